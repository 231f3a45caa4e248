package io.schemamemory.pollauditlog.walk;

import io.schemamemory.data.BatchSize;
import io.schemamemory.planetscale.api.PageRequest;

/// How much is read and written at a time.
///
/// @param page entries requested at once
/// @param write entries after which a transaction writes what was read
public record WalkSizes(int page, int write) {
  /// As many as PlanetScale gives, and as many as a batch of the normalizer's.
  public static final WalkSizes USUAL = new WalkSizes(PageRequest.LARGEST, BatchSize.ROWS);
}
