/// Observations: the fold of sightings, and their rows.
@NullMarked
package io.schemamemory.memorywriter.observation;

import org.jspecify.annotations.NullMarked;
