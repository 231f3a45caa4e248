package io.schemamemory.normalizedeliveries.batch;

import io.schemamemory.data.BatchSize;

/// How many new deliveries are claimed, read and written together.
public record ClaimSize(int deliveries) {
  public static final ClaimSize DEFAULT = new ClaimSize(BatchSize.ROWS);
}
