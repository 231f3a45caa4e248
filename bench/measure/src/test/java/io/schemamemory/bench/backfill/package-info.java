/// Tests of how the heap is measured.
@NullMarked
package io.schemamemory.bench.backfill;

import org.jspecify.annotations.NullMarked;
