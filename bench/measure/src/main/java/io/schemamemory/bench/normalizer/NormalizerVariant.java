package io.schemamemory.bench.normalizer;

import io.schemamemory.bench.harness.Variant;

/// What empties the inbox, through the same PgBouncer.
enum NormalizerVariant implements Variant {
  ONE_REPLAY(1, false),
  ONE_FUNCTION(1, true),
  TWO_REPLAYS(2, false),
  TWO_FUNCTIONS(2, true);

  private final int count;
  private final boolean real;

  NormalizerVariant(int count, boolean real) {
    this.count = count;
    this.real = real;
  }

  int count() {
    return count;
  }

  boolean isReal() {
    return real;
  }

  /// The replay with as many workers.
  NormalizerVariant floor() {
    return count == 1 ? ONE_REPLAY : TWO_REPLAYS;
  }

  String what() {
    return real
        ? "functions/normalize-deliveries as built"
        : "the driver alone: the same statements, every answer read";
  }
}
