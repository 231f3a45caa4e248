package io.schemamemory.bench;

import io.schemamemory.local.runtime.RuntimeClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/// Row 8: what a first walk through a long audit log costs.
record Backfill(
    int entries,
    int pages,
    int memoryMegabytes,
    Times<Backfilling> times,
    List<WarmPoller.Walk> walks,
    HeapGrowth heap) {
  /// Sealing, telling and asking for the pages are to cost half of what the rows themselves do.
  static final double GOAL = 1.5;

  /// What a run holds does not grow with what it has read.
  static final double HEAP_GOAL = 1.1;

  /// Each turn takes minutes.
  private static final int MOST_REPETITIONS = 3;

  Backfill {
    walks = List.copyOf(walks);
  }

  static Backfill measure(Path root, RuntimeClient client, Options options) {
    Rounds rounds = new Rounds(Math.min(options.repetitions(), MOST_REPETITIONS));
    List<WarmPoller.Walk> walks = new ArrayList<>();
    try (MigratedDatabase database = MigratedDatabase.start();
        LongLog log = LongLog.of(options.entries());
        WarmPoller poller = WarmPoller.of(database, log, root, client)) {
      HeapGrowth heap = poller.heap();
      try (KnownRows floor = KnownRows.of(database, log)) {
        Times<Backfilling> times =
            rounds.measure(
                List.of(Backfilling.values()),
                way ->
                    switch (way) {
                      case FLOOR -> floor.millis();
                      case POLLER -> kept(walks, poller.walk()).millis();
                    });
        return new Backfill(
            log.entries(), log.pages(), poller.memoryMegabytes(), times, walks, heap);
      }
    }
  }

  private static WarmPoller.Walk kept(List<WarmPoller.Walk> walks, WarmPoller.Walk walk) {
    walks.add(walk);
    return walk;
  }

  boolean goalIsMet() {
    return ratio() <= GOAL && asksNoMore() && heap.ratio() <= HEAP_GOAL;
  }

  private double ratio() {
    return times.of(Backfilling.POLLER).ratioTo(times.of(Backfilling.FLOOR));
  }

  /// A walk that ends in another invocation looks once more at what came since.
  private boolean asksNoMore() {
    return walks.stream().allMatch(walk -> walk.requests() == pages + walk.invocations() - 1L);
  }

  @Override
  public String toString() {
    Table table = new Table("way", "is", "x floor", "entries per second", "quartiles s");
    for (Backfilling way : Backfilling.values()) {
      Spread spread = times.of(way);
      table.add(
          way.name().toLowerCase(Locale.ROOT),
          way.what(),
          Table.fixed(2, spread.ratioTo(times.of(Backfilling.FLOOR))),
          Table.fixed(0, entries / spread.median() * 1000),
          Table.fixed(1, spread.lowerQuartile() / 1000)
              + "–"
              + Table.fixed(1, spread.upperQuartile() / 1000));
    }
    return table + "\n\n" + verdict();
  }

  private String verdict() {
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
            Table.fixed(1, GOAL),
            Table.fixed(1, HEAP_GOAL),
            goalIsMet() ? "met" : "MISSED",
            Table.fixed(2, ratio()),
            most(WarmPoller.Walk::requests),
            Table.fixed(2, heap.ratio()));
  }

  private long most(ToLongFunction<WarmPoller.Walk> number) {
    return walks.stream().mapToLong(number).max().orElseThrow();
  }

  private static String megabytes(long bytes) {
    return Table.fixed(1, bytes / 1e6);
  }
}
