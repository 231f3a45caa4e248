package io.schemamemory.bench.harness;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The milliseconds measured for each variant.
///
/// @param <V> the variant
public final class Timings<V> {
  private final Map<V, List<Double>> byVariant = new LinkedHashMap<>();

  void add(V variant, double millis) {
    byVariant.computeIfAbsent(variant, _ -> new ArrayList<>()).add(millis);
  }

  public Quartiles of(V variant) {
    return Quartiles.of(byVariant.getOrDefault(variant, List.of()));
  }

  /// Rounds measured; the same for every variant, because each round measures all of them.
  public int repetitions() {
    return byVariant.values().stream().mapToInt(List::size).min().orElse(0);
  }
}
