/// Measures a first walk through a long audit log.
@NullMarked
package io.schemamemory.bench.backfill;

import org.jspecify.annotations.NullMarked;
