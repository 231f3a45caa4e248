/// Measures what row-level security costs a reader.
@NullMarked
package io.schemamemory.bench.reading;

import org.jspecify.annotations.NullMarked;
