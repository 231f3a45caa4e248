/// What observations are found by and say was true: facets, states, and the entities they name.
@NullMarked
package io.schemamemory.memorywriter.entity;

import org.jspecify.annotations.NullMarked;
