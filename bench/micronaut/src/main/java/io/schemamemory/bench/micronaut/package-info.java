/// The receiver as Micronaut's documentation would write it, to measure what a framework costs.
@NullMarked
package io.schemamemory.bench.micronaut;

import org.jspecify.annotations.NullMarked;
