package io.schemamemory.bench.normalizer;

import io.schemamemory.bench.harness.BenchDatabase;
import io.schemamemory.bench.harness.BenchOptions;
import io.schemamemory.bench.harness.BenchSecrets;
import io.schemamemory.bench.harness.MarkdownTable;
import io.schemamemory.bench.harness.Rounds;
import io.schemamemory.bench.harness.Timings;
import io.schemamemory.local.runtime.RuntimeClient;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Row 6: what a full memory costs the normalizer.
public record FullMemoryNormalizer(int observations, Timings<FillVariant> times) {
  /// Every look-up uses an index, whose depth grows with the logarithm of its size.
  static final double GOAL = 0.9;

  private static final int DEPLOY_REQUESTS = 150;

  /// Each turn deletes what it wrote, which takes longer than what is measured.
  private static final int MOST_REPETITIONS = 7;

  public static FullMemoryNormalizer measure(
      BenchDatabase empty,
      Path root,
      BenchSecrets stored,
      RuntimeClient client,
      BenchOptions options) {
    Rounds rounds =
        new Rounds(
            Math.min(options.repetitions(), MOST_REPETITIONS),
            Rounds.LONG_WARM_UP,
            System.out::println);
    try (BenchDatabase full = BenchDatabase.start();
        Backlog intoEmpty = Backlog.of(DEPLOY_REQUESTS, empty, root, stored, client);
        Backlog intoFull = Backlog.of(DEPLOY_REQUESTS, full, root, stored, client)) {
      intoFull.fill(options.observations());
      return new FullMemoryNormalizer(
          options.observations(),
          rounds.measure(
              List.of(FillVariant.values()),
              memory ->
                  switch (memory) {
                    case EMPTY -> intoEmpty.millis(1);
                    case FULL -> intoFull.millis(1);
                  }));
    }
  }

  public boolean goalIsMet() {
    return share(FillVariant.FULL) >= GOAL;
  }

  private double share(FillVariant memory) {
    return times.of(FillVariant.EMPTY).ratioTo(times.of(memory));
  }

  @Override
  public String toString() {
    MarkdownTable table = new MarkdownTable("memory", "holds", "of empty", "per second");
    for (FillVariant memory : FillVariant.values()) {
      table.add(
          memory.name().toLowerCase(Locale.ROOT),
          memory.what(),
          MarkdownTable.fixed(2, share(memory)),
          MarkdownTable.fixed(0, 1000 / times.of(memory).median()));
    }
    return table + "\n\n" + conclusion();
  }

  private String conclusion() {
    return "Goal: into a full memory at least %s times as fast: %s, it is %s times."
        .formatted(
            MarkdownTable.fixed(1, GOAL),
            goalIsMet() ? "met" : "MISSED",
            MarkdownTable.fixed(2, share(FillVariant.FULL)));
  }
}
