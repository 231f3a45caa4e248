package io.schemamemory.bench;

import java.util.List;

/// Where the middle half of some measured values lies.
record Spread(double lowerQuartile, double median, double upperQuartile) {

  /// Fails when there is no value.
  static Spread of(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    return new Spread(quantile(sorted, 0.25), quantile(sorted, 0.5), quantile(sorted, 0.75));
  }

  /// How many times the other's median this one's is.
  double ratioTo(Spread other) {
    return median / other.median;
  }

  /// Between two values as far as the quantile lies between their ranks.
  private static double quantile(List<Double> sorted, double quantile) {
    double rank = quantile * (sorted.size() - 1);
    double below = sorted.get((int) Math.floor(rank));
    double above = sorted.get((int) Math.ceil(rank));
    return below + (above - below) * (rank - Math.floor(rank));
  }
}
