/// Holds a template against the code: handlers, settings, rights, time limits, alarms.
@NullMarked
package io.schemamemory.local.check;

import org.jspecify.annotations.NullMarked;
