package io.schemamemory.bench.backfill;

import io.schemamemory.bench.harness.BenchDatabase;
import io.schemamemory.bench.harness.BenchOptions;
import io.schemamemory.bench.harness.MarkdownTable;
import io.schemamemory.bench.harness.Quartiles;
import io.schemamemory.bench.harness.Rounds;
import io.schemamemory.bench.harness.Timings;
import io.schemamemory.local.runtime.RuntimeClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/// Row 8: what a first walk through a long audit log costs.
public record AuditBackfill(
    int entries,
    int pages,
    int memoryMegabytes,
    Timings<BackfillVariant> times,
    List<WarmPoller.Walk> walks,
    HeapGrowth heap) {
  /// Requesting pages, sealing and folding may cost half of what inserting the rows does.
  static final double GOAL = 1.5;

  /// The heap must not grow with the number of entries read.
  static final double HEAP_GOAL = 1.1;

  /// Each turn takes minutes.
  private static final int MOST_REPETITIONS = 3;

  public AuditBackfill {
    walks = List.copyOf(walks);
  }

  public static AuditBackfill measure(Path root, RuntimeClient client, BenchOptions options) {
    Rounds rounds = new Rounds(Math.min(options.repetitions(), MOST_REPETITIONS));
    List<WarmPoller.Walk> walks = new ArrayList<>();
    try (BenchDatabase database = BenchDatabase.start();
        LongAuditLog log = LongAuditLog.of(options.entries());
        WarmPoller poller = WarmPoller.of(database, log, root, client)) {
      HeapGrowth heap = poller.heap();
      try (BackfillFloor floor = BackfillFloor.of(database, log)) {
        Timings<BackfillVariant> times =
            rounds.measure(
                List.of(BackfillVariant.values()),
                way ->
                    switch (way) {
                      case FLOOR -> floor.millis();
                      case POLLER -> kept(walks, poller.walk()).millis();
                    });
        return new AuditBackfill(
            log.entries(), log.pages(), poller.memoryMegabytes(), times, walks, heap);
      }
    }
  }

  private static WarmPoller.Walk kept(List<WarmPoller.Walk> walks, WarmPoller.Walk walk) {
    walks.add(walk);
    return walk;
  }

  public boolean goalIsMet() {
    return ratio() <= GOAL && asksNoMore() && heap.ratio() <= HEAP_GOAL;
  }

  private double ratio() {
    return times.of(BackfillVariant.POLLER).ratioTo(times.of(BackfillVariant.FLOOR));
  }

  /// Each further invocation requests the newest page once more.
  private boolean asksNoMore() {
    return walks.stream().allMatch(walk -> walk.requests() == pages + walk.invocations() - 1L);
  }

  @Override
  public String toString() {
    MarkdownTable table =
        new MarkdownTable("way", "is", "x floor", "entries per second", "quartiles s");
    for (BackfillVariant way : BackfillVariant.values()) {
      Quartiles spread = times.of(way);
      table.add(
          way.name().toLowerCase(Locale.ROOT),
          way.what(),
          MarkdownTable.fixed(2, spread.ratioTo(times.of(BackfillVariant.FLOOR))),
          MarkdownTable.fixed(0, entries / spread.median() * 1000),
          MarkdownTable.fixed(1, spread.lowerQuartile() / 1000)
              + "–"
              + MarkdownTable.fixed(1, spread.upperQuartile() / 1000));
    }
    return table + "\n\n" + conclusion();
  }

  private String conclusion() {
    return """
    Requests: %s for %d pages; invocations: %s. The heap after a full collection, at its fullest of a
    batch: %s MB a tenth into the log, %s MB at its end.

    Goals: at most %s times the floor, a request a page, a heap at most %s times: %s, it is %s times, %s \
    requests, a heap of %s times."""
        .formatted(
            most(WarmPoller.Walk::requests),
            pages,
            most(WarmPoller.Walk::invocations),
            megabytes(heap.early()),
            megabytes(heap.late()),
            MarkdownTable.fixed(1, GOAL),
            MarkdownTable.fixed(1, HEAP_GOAL),
            goalIsMet() ? "met" : "MISSED",
            MarkdownTable.fixed(2, ratio()),
            most(WarmPoller.Walk::requests),
            MarkdownTable.fixed(2, heap.ratio()));
  }

  private long most(ToLongFunction<WarmPoller.Walk> number) {
    return walks.stream().mapToLong(number).max().orElseThrow();
  }

  private static String megabytes(long bytes) {
    return MarkdownTable.fixed(1, bytes / 1e6);
  }
}
