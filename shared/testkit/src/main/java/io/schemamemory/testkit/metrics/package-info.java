/// Reads the metrics that a function printed, and those it is documented to print.
@NullMarked
package io.schemamemory.testkit.metrics;

import org.jspecify.annotations.NullMarked;
