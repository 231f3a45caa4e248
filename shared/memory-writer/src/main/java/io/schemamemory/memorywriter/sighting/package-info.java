/// Sightings: prepared for writing, and their rows.
@NullMarked
package io.schemamemory.memorywriter.sighting;

import org.jspecify.annotations.NullMarked;
