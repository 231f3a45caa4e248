package io.schemamemory.bench.normalizer;

import io.schemamemory.bench.harness.BenchDatabase;
import io.schemamemory.bench.harness.BenchOptions;
import io.schemamemory.bench.harness.BenchSecrets;
import io.schemamemory.bench.harness.DeclaredFunction;
import io.schemamemory.bench.harness.MarkdownTable;
import io.schemamemory.bench.harness.Rounds;
import io.schemamemory.bench.harness.Timings;
import io.schemamemory.bench.replay.ReplayIds;
import io.schemamemory.local.runtime.Code;
import io.schemamemory.local.runtime.RuntimeClient;
import io.schemamemory.local.template.Function;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Row 7: what reading and folding cost the normalizer over the SQL it sends.
public record NormalizerLoop(int deliveries, Timings<NormalizerVariant> times) {
  /// Reading bodies and composing entries and stories costs something over the SQL.
  static final double GOAL = 0.8;

  /// Eight nearly full batches: four for each of two workers.
  private static final int DEPLOY_REQUESTS = 440;

  /// A round takes ten seconds.
  private static final int MOST_REPETITIONS = 15;

  /// Empties the tables and starts the observations' ids where [ReplayIds] recognizes them.
  private static final String RESTART_IDS =
      """
      set role memory_owner;
      truncate memory.observation, memory.sighting, memory.observation_facet, memory.temporal_state;
      alter table memory.observation alter id restart with %d
      """
          .formatted(ReplayIds.FIRST);

  public static NormalizerLoop measure(
      BenchDatabase database,
      Path root,
      BenchSecrets stored,
      RuntimeClient client,
      BenchOptions options) {
    Function function =
        DeclaredFunction.of(root, database.credentials(), stored, Backlog.NORMALIZER);
    Rounds rounds =
        new Rounds(
            Math.min(options.repetitions(), MOST_REPETITIONS),
            Rounds.LONG_WARM_UP,
            System.out::println);
    try (Backlog backlog = Backlog.of(DEPLOY_REQUESTS, database, root, stored, client)) {
      database.asAdministrator(RESTART_IDS);
      backlog.millis(1);
      MemoryRowCounts remembered = MemoryRowCounts.in(database);
      database.asAdministrator(RESTART_IDS);
      backlog.again();
      try (ReplayProcess replay = ReplayProcess.record(function, Code.built(root, function))) {
        return new NormalizerLoop(
            database.deliveries(),
            rounds.measure(
                List.of(NormalizerVariant.values()),
                workers -> {
                  database.asAdministrator(RESTART_IDS);
                  double millis =
                      workers.isReal()
                          ? backlog.millis(workers.count())
                          : backlog.millis(() -> replay.run(workers.count()));
                  remembered.requireSame(MemoryRowCounts.in(database));
                  return millis;
                }));
      }
    }
  }

  public boolean goalIsMet() {
    return Stream.of(NormalizerVariant.values()).allMatch(workers -> share(workers) >= GOAL);
  }

  /// The rate, as a share of that of as many replays.
  private double share(NormalizerVariant workers) {
    return times.of(workers.floor()).ratioTo(times.of(workers));
  }

  @Override
  public String toString() {
    MarkdownTable table = new MarkdownTable("workers", "is", "of the driver alone", "per second");
    for (NormalizerVariant workers : NormalizerVariant.values()) {
      table.add(
          String.valueOf(workers.count()),
          workers.what(),
          MarkdownTable.fixed(2, share(workers)),
          MarkdownTable.fixed(0, 1000 / times.of(workers).median()));
    }
    return table + "\n\n" + conclusion();
  }

  private String conclusion() {
    return "Goal: the function at least %s of the driver alone: %s, it is %s with one worker, %s with two."
        .formatted(
            MarkdownTable.fixed(1, GOAL),
            goalIsMet() ? "met" : "MISSED",
            MarkdownTable.fixed(2, share(NormalizerVariant.ONE_FUNCTION)),
            MarkdownTable.fixed(2, share(NormalizerVariant.TWO_FUNCTIONS)));
  }
}
