package io.schemamemory.bench.harness;

import java.util.List;

/// The quartiles of measured values.
public record Quartiles(double lowerQuartile, double median, double upperQuartile) {

  /// Fails when there is no value.
  static Quartiles of(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    return new Quartiles(quantile(sorted, 0.25), quantile(sorted, 0.5), quantile(sorted, 0.75));
  }

  /// This median divided by the other's.
  public double ratioTo(Quartiles other) {
    return median / other.median;
  }

  /// Interpolates linearly between the two nearest ranks.
  private static double quantile(List<Double> sorted, double quantile) {
    double rank = quantile * (sorted.size() - 1);
    double below = sorted.get((int) Math.floor(rank));
    double above = sorted.get((int) Math.ceil(rank));
    return below + (above - below) * (rank - Math.floor(rank));
  }
}
