package io.schemamemory.bench;

import io.schemamemory.local.runtime.RuntimeClient;
import io.schemamemory.testkit.SecretsExtensionServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Row 6: what a full memory costs the normalizer.
record FullNormalizer(int observations, Times<Fullness> times) {
  /// Every look-up is by index, whose depth grows with the logarithm of what it holds.
  static final double GOAL = 0.9;

  private static final int DEPLOY_REQUESTS = 150;

  /// Each turn empties what it filled, which takes longer than what is measured.
  private static final int MOST_REPETITIONS = 7;

  static FullNormalizer measure(
      MigratedDatabase empty,
      Path root,
      SecretsExtensionServer extension,
      RuntimeClient client,
      Options options) {
    Rounds rounds =
        new Rounds(
            Math.min(options.repetitions(), MOST_REPETITIONS),
            Rounds.LONG_WARM_UP,
            System.out::println);
    try (MigratedDatabase full = MigratedDatabase.start();
        Backlog intoEmpty = Backlog.of(DEPLOY_REQUESTS, empty, root, extension, client);
        Backlog intoFull = Backlog.of(DEPLOY_REQUESTS, full, root, extension, client)) {
      intoFull.fill(options.observations());
      return new FullNormalizer(
          options.observations(),
          rounds.measure(
              List.of(Fullness.values()),
              memory ->
                  switch (memory) {
                    case EMPTY -> intoEmpty.millis(1);
                    case FULL -> intoFull.millis(1);
                  }));
    }
  }

  boolean goalIsMet() {
    return share(Fullness.FULL) >= GOAL;
  }

  private double share(Fullness memory) {
    return times.of(Fullness.EMPTY).ratioTo(times.of(memory));
  }

  @Override
  public String toString() {
    Table table = new Table("memory", "holds", "of empty", "per second");
    for (Fullness memory : Fullness.values()) {
      table.add(
          memory.name().toLowerCase(Locale.ROOT),
          memory.what(),
          Table.fixed(2, share(memory)),
          Table.fixed(0, 1000 / times.of(memory).median()));
    }
    return table + "\n\n" + verdict();
  }

  private String verdict() {
    return "Goal: into a full memory at least %s times as fast: %s, it is %s times."
        .formatted(
            Table.fixed(1, GOAL),
            goalIsMet() ? "met" : "MISSED",
            Table.fixed(2, share(Fullness.FULL)));
  }
}
