/// Measures the normalizer: into a full memory, and against the SQL it sends.
@NullMarked
package io.schemamemory.bench.normalizer;

import org.jspecify.annotations.NullMarked;
