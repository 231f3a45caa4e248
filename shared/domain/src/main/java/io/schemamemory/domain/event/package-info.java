/// What PlanetScale says happened, in our words.
@NullMarked
package io.schemamemory.domain.event;

import org.jspecify.annotations.NullMarked;
