/// Measures the receiver, cold and warm.
@NullMarked
package io.schemamemory.bench.receiver;

import org.jspecify.annotations.NullMarked;
