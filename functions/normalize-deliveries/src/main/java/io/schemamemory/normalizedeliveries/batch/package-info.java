/// Reads a batch of claimed deliveries, decides what becomes of each, and writes it.
@NullMarked
package io.schemamemory.normalizedeliveries.batch;

import org.jspecify.annotations.NullMarked;
