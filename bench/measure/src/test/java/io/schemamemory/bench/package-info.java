/// Tests of what turns times into a table; a benchmark itself is no test.
@NullMarked
package io.schemamemory.bench;

import org.jspecify.annotations.NullMarked;
