package io.schemamemory.poll;

import io.schemamemory.planetscale.api.PageRequest;

/// How much is read and written at a time.
///
/// @param page entries asked for at once
/// @param write entries after which a transaction writes what was read
record Stride(int page, int write) {
  /// As many as PlanetScale gives, and as many as a batch of the normalizer's.
  static final Stride USUAL = new Stride(PageRequest.LARGEST, io.schemamemory.data.Limits.BATCH);
}
