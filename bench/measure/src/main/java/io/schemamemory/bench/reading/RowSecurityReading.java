package io.schemamemory.bench.reading;

import io.schemamemory.bench.harness.BenchDatabase;
import io.schemamemory.bench.harness.BenchOptions;
import io.schemamemory.bench.harness.MarkdownTable;
import io.schemamemory.bench.harness.Rounds;
import io.schemamemory.bench.harness.Timings;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Row 5: what row-level security costs a reader.
public record RowSecurityReading(Map<MemoryPage, Timings<ReadingVariant>> pages) {
  /// The policy is evaluated once per table and statement; its function keeps its plan.
  static final double GOAL = 1.3;

  /// A turn takes a tenth of a second. A shared machine may be slow for longer, so a few turns
  /// would measure the machine.
  private static final int TURNS = 5;

  public static RowSecurityReading measure(BenchDatabase database, BenchOptions options) {
    Rounds rounds = new Rounds(TURNS * options.repetitions());
    Map<MemoryPage, Timings<ReadingVariant>> pages = new EnumMap<>(MemoryPage.class);
    try (FullMemory memory = FullMemory.fill(database)) {
      for (MemoryPage page : MemoryPage.values()) {
        pages.put(
            page, rounds.measure(List.of(ReadingVariant.values()), by -> memory.millis(by, page)));
      }
    }
    return new RowSecurityReading(pages);
  }

  public boolean goalIsMet() {
    return worst() <= GOAL;
  }

  public int repetitions() {
    return pages.values().stream().mapToInt(Timings::repetitions).min().orElse(0);
  }

  private double worst() {
    return Arrays.stream(MemoryPage.values()).mapToDouble(this::cost).max().orElseThrow();
  }

  private double cost(MemoryPage page) {
    return ratio(page, ReadingVariant.READER);
  }

  private double ratio(MemoryPage page, ReadingVariant by) {
    Timings<ReadingVariant> times = pages.getOrDefault(page, new Timings<>());
    return times.of(by).ratioTo(times.of(ReadingVariant.OWNER));
  }

  @Override
  public String toString() {
    MarkdownTable table = new MarkdownTable("page", "read by", "is", "x owner", "median ms");
    for (MemoryPage page : MemoryPage.values()) {
      for (ReadingVariant by : ReadingVariant.values()) {
        table.add(
            page.what(),
            by.name().toLowerCase(Locale.ROOT),
            by.what(),
            MarkdownTable.fixed(2, ratio(page, by)),
            MarkdownTable.fixed(2, pages.getOrDefault(page, new Timings<>()).of(by).median()));
      }
    }
    return table + "\n\n" + conclusion();
  }

  private String conclusion() {
    return "Goal: at most %s times the owner: %s, it is %s times at worst."
        .formatted(
            MarkdownTable.fixed(1, GOAL),
            goalIsMet() ? "met" : "MISSED",
            MarkdownTable.fixed(2, worst()));
  }
}
