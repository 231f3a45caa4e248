/// One thing learned, and the sightings it is folded from.
@NullMarked
package io.schemamemory.domain.observation;

import org.jspecify.annotations.NullMarked;
