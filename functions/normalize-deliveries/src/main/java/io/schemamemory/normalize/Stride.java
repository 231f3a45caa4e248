package io.schemamemory.normalize;

import io.schemamemory.data.Limits;

/// How much is normalized at a time.
///
/// @param deliveries new ones that are claimed, read and written together
record Stride(int deliveries) {
  static final Stride USUAL = new Stride(Limits.BATCH);
}
