package io.schemamemory.pollauditlog.walk;

import io.schemamemory.data.BatchSize;
import io.schemamemory.planetscale.api.PageRequest;

/// How much is read and written at a time.
///
/// @param page entries requested at once
/// @param write entries after which a transaction writes what was read
/// @param compare pages that one run compares at most, of a walk that has the whole day
public record WalkSizes(int page, int write, int compare) {
  /// A tenth of a minute's request budget: with a run every five minutes, 1.7 million entries a
  /// day.
  private static final int COMPARED = 60;

  /// As many as PlanetScale gives, and as many as a batch of the normalizer's.
  public static final WalkSizes USUAL = new WalkSizes(PageRequest.LARGEST, BatchSize.ROWS);

  public WalkSizes(int page, int write) {
    this(page, write, COMPARED);
  }
}
