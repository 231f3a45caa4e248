package io.schemamemory.bench.retention;

import io.schemamemory.bench.harness.BenchDatabase;
import io.schemamemory.bench.harness.BenchOptions;
import io.schemamemory.bench.harness.MarkdownTable;
import io.schemamemory.bench.harness.Quartiles;
import io.schemamemory.bench.harness.Rounds;
import io.schemamemory.bench.harness.Timings;
import java.util.List;
import java.util.Locale;

/// Row 2: dropping a month against deleting its rows.
public record DroppedMonth(int rows, Timings<RetentionVariant> times) {
  /// How much faster dropping must be to justify partitions.
  static final double GOAL = 10;

  /// Each turn fills a month first, which takes longer than what is measured.
  private static final int MOST_REPETITIONS = 5;

  public static DroppedMonth measure(BenchDatabase database, BenchOptions options) {
    ExpiredMonth month = new ExpiredMonth(database, options.rows());
    Rounds rounds = new Rounds(Math.min(options.repetitions(), MOST_REPETITIONS));
    return new DroppedMonth(
        options.rows(), rounds.measure(List.of(RetentionVariant.values()), month::millis));
  }

  public boolean goalIsMet() {
    return timesFaster() >= GOAL;
  }

  private double timesFaster() {
    return times.of(RetentionVariant.DELETE).ratioTo(times.of(RetentionVariant.DROP));
  }

  @Override
  public String toString() {
    MarkdownTable table = new MarkdownTable("way", "is", "x drop", "median ms", "quartiles ms");
    for (RetentionVariant way : RetentionVariant.values()) {
      Quartiles spread = times.of(way);
      table.add(
          way.name().toLowerCase(Locale.ROOT),
          way.what(),
          MarkdownTable.fixed(2, spread.ratioTo(times.of(RetentionVariant.DROP))),
          MarkdownTable.fixed(0, spread.median()),
          MarkdownTable.fixed(0, spread.lowerQuartile())
              + "–"
              + MarkdownTable.fixed(0, spread.upperQuartile()));
    }
    return table + "\n\n" + conclusion();
  }

  private String conclusion() {
    return "Goal: dropping at least %s times as fast: %s, it is %s times."
        .formatted(
            MarkdownTable.fixed(0, GOAL),
            goalIsMet() ? "met" : "MISSED",
            MarkdownTable.fixed(1, timesFaster()));
  }
}
