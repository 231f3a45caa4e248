package io.schemamemory.bench;

import java.util.List;
import java.util.Locale;

/// Row 2: dropping a month against deleting its rows.
record ForgottenMonth(int rows, Times<Forgetting> times) {
  /// How much faster a drop must be to be worth a table's partitions.
  static final double GOAL = 10;

  /// Each turn fills a month first, which takes longer than what is measured.
  private static final int MOST_REPETITIONS = 5;

  static ForgottenMonth measure(MigratedDatabase database, Options options) {
    FullMonth month = new FullMonth(database, options.rows());
    Rounds rounds = new Rounds(Math.min(options.repetitions(), MOST_REPETITIONS));
    return new ForgottenMonth(
        options.rows(), rounds.measure(List.of(Forgetting.values()), month::millis));
  }

  boolean goalIsMet() {
    return timesFaster() >= GOAL;
  }

  private double timesFaster() {
    return times.of(Forgetting.DELETE).ratioTo(times.of(Forgetting.DROP));
  }

  @Override
  public String toString() {
    Table table = new Table("way", "is", "x drop", "median ms", "quartiles ms");
    for (Forgetting way : Forgetting.values()) {
      Spread spread = times.of(way);
      table.add(
          way.name().toLowerCase(Locale.ROOT),
          way.what(),
          Table.fixed(2, spread.ratioTo(times.of(Forgetting.DROP))),
          Table.fixed(0, spread.median()),
          Table.fixed(0, spread.lowerQuartile()) + "–" + Table.fixed(0, spread.upperQuartile()));
    }
    return table + "\n\n" + verdict();
  }

  private String verdict() {
    return "Goal: dropping at least %s times as fast: %s, it is %s times."
        .formatted(
            Table.fixed(0, GOAL), goalIsMet() ? "met" : "MISSED", Table.fixed(1, timesFaster()));
  }
}
