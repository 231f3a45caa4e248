/// What every measurement shares: options, rounds, statistics, a database, the report's tables.
@NullMarked
package io.schemamemory.bench.harness;

import org.jspecify.annotations.NullMarked;
