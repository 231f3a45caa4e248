/// Tests of what the measurements share.
@NullMarked
package io.schemamemory.bench.harness;

import org.jspecify.annotations.NullMarked;
