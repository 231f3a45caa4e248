package io.schemamemory.bench;

/// Who empties an inbox, through the same PgBouncer.
enum Workers implements Contender {
  ONE_REPLAY(1, false),
  ONE_FUNCTION(1, true),
  TWO_REPLAYS(2, false),
  TWO_FUNCTIONS(2, true);

  private final int count;
  private final boolean real;

  Workers(int count, boolean real) {
    this.count = count;
    this.real = real;
  }

  int count() {
    return count;
  }

  boolean isReal() {
    return real;
  }

  /// As many, who do nothing but send the same.
  Workers floor() {
    return count == 1 ? ONE_REPLAY : TWO_REPLAYS;
  }

  String what() {
    return real
        ? "functions/normalize-deliveries as built"
        : "the driver alone: the same statements, every answer read";
  }
}
