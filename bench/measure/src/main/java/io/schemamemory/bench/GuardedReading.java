package io.schemamemory.bench;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Row 5: what row-level security costs whoever reads.
record GuardedReading(Map<Page, Times<Reading>> pages) {
  /// A policy is asked once for each table a statement reads, of a function that keeps its plan.
  static final double GOAL = 1.3;

  /// A turn takes a tenth of a second, and a shared machine is slow for longer than that: few turns
  /// would tell its moods apart, not the readers.
  private static final int TURNS = 5;

  static GuardedReading measure(MigratedDatabase database, Options options) {
    Rounds rounds = new Rounds(TURNS * options.repetitions());
    Map<Page, Times<Reading>> pages = new EnumMap<>(Page.class);
    try (FullMemory memory = FullMemory.fill(database)) {
      for (Page page : Page.values()) {
        pages.put(page, rounds.measure(List.of(Reading.values()), by -> memory.millis(by, page)));
      }
    }
    return new GuardedReading(pages);
  }

  boolean goalIsMet() {
    return worst() <= GOAL;
  }

  int repetitions() {
    return pages.values().stream().mapToInt(Times::repetitions).min().orElse(0);
  }

  private double worst() {
    return Arrays.stream(Page.values()).mapToDouble(this::cost).max().orElseThrow();
  }

  private double cost(Page page) {
    return ratio(page, Reading.READER);
  }

  private double ratio(Page page, Reading by) {
    Times<Reading> times = pages.getOrDefault(page, new Times<>());
    return times.of(by).ratioTo(times.of(Reading.OWNER));
  }

  @Override
  public String toString() {
    Table table = new Table("page", "read by", "is", "x owner", "median ms");
    for (Page page : Page.values()) {
      for (Reading by : Reading.values()) {
        table.add(
            page.what(),
            by.name().toLowerCase(Locale.ROOT),
            by.what(),
            Table.fixed(2, ratio(page, by)),
            Table.fixed(2, pages.getOrDefault(page, new Times<>()).of(by).median()));
      }
    }
    return table + "\n\n" + verdict();
  }

  private String verdict() {
    return "Goal: at most %s times the owner: %s, it is %s times at worst."
        .formatted(Table.fixed(1, GOAL), goalIsMet() ? "met" : "MISSED", Table.fixed(2, worst()));
  }
}
