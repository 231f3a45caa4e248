/// Stores in the inbox what the receiver put into the spill queue.
@NullMarked
package io.schemamemory.normalizedeliveries.spill;

import org.jspecify.annotations.NullMarked;
