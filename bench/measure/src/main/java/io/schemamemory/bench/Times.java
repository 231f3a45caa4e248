package io.schemamemory.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What was measured of each variant, in milliseconds.
final class Times {
  private final Map<Variant, List<Double>> byVariant = new LinkedHashMap<>();

  void add(Variant variant, double millis) {
    byVariant.computeIfAbsent(variant, _ -> new ArrayList<>()).add(millis);
  }

  Spread of(Variant variant) {
    return Spread.of(byVariant.getOrDefault(variant, List.of()));
  }

  /// Rounds measured; the same for every variant, because a round is all of them.
  int repetitions() {
    return byVariant.values().stream().mapToInt(List::size).min().orElse(0);
  }
}
