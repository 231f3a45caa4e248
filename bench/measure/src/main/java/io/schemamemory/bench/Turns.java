package io.schemamemory.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The order of the variants in each round.
final class Turns {
  private Turns() {}

  /// Whatever a variant leaves behind, such as a warm file cache or a closing connection, meets
  /// every other one equally often: each comes first, and each follows each, in its turn.
  static <T> List<T> ofRound(int round, List<T> variants) {
    List<T> turns = new ArrayList<>(variants);
    Collections.rotate(turns, round);
    return round / variants.size() % 2 == 0 ? turns : turns.reversed();
  }
}
