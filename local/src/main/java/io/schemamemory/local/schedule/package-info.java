/// Runs the template's schedules.
@NullMarked
package io.schemamemory.local.schedule;

import org.jspecify.annotations.NullMarked;
