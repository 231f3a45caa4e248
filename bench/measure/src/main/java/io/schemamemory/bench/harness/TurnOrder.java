package io.schemamemory.bench.harness;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The order of the variants in each round.
final class TurnOrder {
  private TurnOrder() {}

  /// Each variant comes first, and follows each other one, equally often, so that what one leaves
  /// behind (a warm file cache, a closing connection) affects all of them alike.
  static <T> List<T> ofRound(int round, List<T> variants) {
    List<T> turns = new ArrayList<>(variants);
    Collections.rotate(turns, round);
    return round / variants.size() % 2 == 0 ? turns : turns.reversed();
  }
}
