/// Tests of what makes a recording fit another run.
@NullMarked
package io.schemamemory.bench.replay;

import org.jspecify.annotations.NullMarked;
