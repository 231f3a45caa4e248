/// What the normalizer sends to the database, recorded once and sent again by the driver alone.
///
/// Runs in a process of its own with the function's class path: nothing of the bench's is on it.
@NullMarked
package io.schemamemory.bench.replay;

import org.jspecify.annotations.NullMarked;
