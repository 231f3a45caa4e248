package io.schemamemory.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What was measured of each variant, in milliseconds.
/// @param <V> what was measured
final class Times<V> {
  private final Map<V, List<Double>> byVariant = new LinkedHashMap<>();

  void add(V variant, double millis) {
    byVariant.computeIfAbsent(variant, _ -> new ArrayList<>()).add(millis);
  }

  Spread of(V variant) {
    return Spread.of(byVariant.getOrDefault(variant, List.of()));
  }

  /// Rounds measured; the same for every variant, because a round is all of them.
  int repetitions() {
    return byVariant.values().stream().mapToInt(List::size).min().orElse(0);
  }
}
