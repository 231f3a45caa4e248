package io.schemamemory.bench;

import io.schemamemory.bench.replay.GivenIds;
import io.schemamemory.local.runtime.Code;
import io.schemamemory.local.runtime.RuntimeClient;
import io.schemamemory.local.template.Function;
import io.schemamemory.testkit.SecretsExtensionServer;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Row 7: what reading and folding cost the normalizer over the SQL it sends.
record NormalizingLoop(int deliveries, Times<Workers> times) {
  /// Bodies must be read, and entries and stories told.
  static final double GOAL = 0.8;

  /// Eight batches, as good as full: as many for each of two.
  private static final int DEPLOY_REQUESTS = 440;

  /// A round is ten seconds.
  private static final int MOST_REPETITIONS = 15;

  /// Observations get numbers that can be told apart from all others.
  private static final String NUMBERED_ANEW =
      """
      set role memory_owner;
      truncate memory.observation, memory.sighting, memory.observation_facet, memory.temporal_state;
      alter table memory.observation alter id restart with %d
      """
          .formatted(GivenIds.FIRST);

  static NormalizingLoop measure(
      MigratedDatabase database,
      Path root,
      SecretsExtensionServer extension,
      RuntimeClient client,
      Options options) {
    Function function =
        Receivers.declared(root, database.credentials(), extension, Backlog.NORMALIZER);
    Rounds rounds =
        new Rounds(
            Math.min(options.repetitions(), MOST_REPETITIONS),
            Rounds.LONG_WARM_UP,
            System.out::println);
    try (Backlog backlog = Backlog.of(DEPLOY_REQUESTS, database, root, extension, client)) {
      database.asAdministrator(NUMBERED_ANEW);
      backlog.millis(1);
      Remembered remembered = Remembered.in(database);
      database.asAdministrator(NUMBERED_ANEW);
      backlog.again();
      try (ReplayProcess replay = ReplayProcess.record(function, Code.built(root, function))) {
        return new NormalizingLoop(
            database.deliveries(),
            rounds.measure(
                List.of(Workers.values()),
                workers -> {
                  database.asAdministrator(NUMBERED_ANEW);
                  double millis =
                      workers.isReal()
                          ? backlog.millis(workers.count())
                          : backlog.millis(() -> replay.run(workers.count()));
                  remembered.requireSame(Remembered.in(database));
                  return millis;
                }));
      }
    }
  }

  boolean goalIsMet() {
    return Stream.of(Workers.values()).allMatch(workers -> share(workers) >= GOAL);
  }

  /// How much of the rate of as many replays.
  private double share(Workers workers) {
    return times.of(workers.floor()).ratioTo(times.of(workers));
  }

  @Override
  public String toString() {
    Table table = new Table("workers", "is", "of the driver alone", "per second");
    for (Workers workers : Workers.values()) {
      table.add(
          String.valueOf(workers.count()),
          workers.what(),
          Table.fixed(2, share(workers)),
          Table.fixed(0, 1000 / times.of(workers).median()));
    }
    return table + "\n\n" + verdict();
  }

  private String verdict() {
    return "Goal: the function at least %s of the driver alone: %s, it is %s with one worker, %s with two."
        .formatted(
            Table.fixed(1, GOAL),
            goalIsMet() ? "met" : "MISSED",
            Table.fixed(2, share(Workers.ONE_FUNCTION)),
            Table.fixed(2, share(Workers.TWO_FUNCTIONS)));
  }
}
