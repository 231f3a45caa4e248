package io.schemamemory.bench.normalizer;

import io.schemamemory.bench.harness.Variant;

/// How full the memory is before the deliveries are normalized.
enum FillVariant implements Variant {
  EMPTY("nothing"),
  FULL("the observations of years, each with its sighting and a facet");

  private final String what;

  FillVariant(String what) {
    this.what = what;
  }

  String what() {
    return what;
  }
}
