/// Measures what dropping an expired month costs.
@NullMarked
package io.schemamemory.bench.retention;

import org.jspecify.annotations.NullMarked;
