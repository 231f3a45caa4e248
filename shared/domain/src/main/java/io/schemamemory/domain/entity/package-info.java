/// The entities that observations name, their facets, and their states over time.
@NullMarked
package io.schemamemory.domain.entity;

import org.jspecify.annotations.NullMarked;
