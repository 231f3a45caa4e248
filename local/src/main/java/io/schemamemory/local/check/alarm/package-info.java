/// Alarms watch what comes, at a threshold that can be reached, and tell somebody.
@NullMarked
package io.schemamemory.local.check.alarm;

import org.jspecify.annotations.NullMarked;
