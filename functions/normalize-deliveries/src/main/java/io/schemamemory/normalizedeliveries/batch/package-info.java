/// Reads a batch of claimed deliveries, decides what to do with each, and writes it.
@NullMarked
package io.schemamemory.normalizedeliveries.batch;

import org.jspecify.annotations.NullMarked;
