/// The template's schedules, ticking.
@NullMarked
package io.schemamemory.local.schedule;

import org.jspecify.annotations.NullMarked;
