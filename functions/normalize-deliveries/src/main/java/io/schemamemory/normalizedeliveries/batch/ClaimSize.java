package io.schemamemory.normalizedeliveries.batch;

import io.schemamemory.data.BatchSize;

/// How much is normalized at a time.
///
/// @param deliveries new ones that are claimed, read and written together
public record ClaimSize(int deliveries) {
  public static final ClaimSize USUAL = new ClaimSize(BatchSize.ROWS);
}
