/// What the source says about each function: its settings, calls and times.
@NullMarked
package io.schemamemory.local.check.code;

import org.jspecify.annotations.NullMarked;
