package io.schemamemory.bench;

import io.schemamemory.bench.backfill.AuditBackfill;
import io.schemamemory.bench.harness.BenchDatabase;
import io.schemamemory.bench.harness.BenchOptions;
import io.schemamemory.bench.harness.BenchSecrets;
import io.schemamemory.bench.harness.Machine;
import io.schemamemory.bench.harness.Rounds;
import io.schemamemory.bench.normalizer.FullMemoryNormalizer;
import io.schemamemory.bench.normalizer.NormalizerLoop;
import io.schemamemory.bench.reading.RowSecurityReading;
import io.schemamemory.bench.receiver.ColdReceiver;
import io.schemamemory.bench.receiver.ColdVariants;
import io.schemamemory.bench.receiver.WarmReceiver;
import io.schemamemory.bench.retention.DroppedMonth;
import io.schemamemory.local.runtime.RuntimeClient;
import io.schemamemory.testkit.Samples;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/// `bin/bench`: measures, prints, rewrites `bench/RESULTS.md`.
public final class Bench {
  private static final int MISSED = 1;
  private static final int NOT_MEASURED = 2;

  private Bench() {}

  /// Exits with 0 when every goal is met, 1 when one is missed, 2 when nothing could be measured.
  public static void main(String... arguments) {
    try {
      System.exit(run(BenchOptions.parse(List.of(arguments))) ? 0 : MISSED);
    } catch (IllegalArgumentException | IllegalStateException | UncheckedIOException refused) {
      System.err.println(refused.getMessage());
      System.exit(NOT_MEASURED);
    }
  }

  private static boolean run(BenchOptions options) {
    Path root = Samples.root();
    BenchDatabase database = BenchDatabase.start();
    // Also on Ctrl-C, which would otherwise leave two servers running.
    Runtime.getRuntime().addShutdownHook(new Thread(database::close));
    BenchSecrets stored = BenchSecrets.of(database.credentials());
    RuntimeClient client = RuntimeClient.built(root);
    ColdReceiver coldReceiver =
        ColdReceiver.measure(
            ColdVariants.built(root, database.credentials(), stored),
            database,
            client,
            new Rounds(options.repetitions()));
    System.out.println("\nReceiver, cold\n\n" + coldReceiver);
    DroppedMonth forgottenMonth = DroppedMonth.measure(database, options);
    System.out.println("\nDropping a month\n\n" + forgottenMonth);
    WarmReceiver warmReceiver = WarmReceiver.measure(database, options);
    System.out.println("\nReceiver, warm\n\n" + warmReceiver);
    RowSecurityReading guardedReading = RowSecurityReading.measure(database, options);
    System.out.println("\nReading under row-level security\n\n" + guardedReading);
    FullMemoryNormalizer fullNormalizer =
        FullMemoryNormalizer.measure(database, root, stored, client, options);
    System.out.println("\nNormalizing into a full memory\n\n" + fullNormalizer);
    NormalizerLoop normalizingLoop =
        NormalizerLoop.measure(database, root, stored, client, options);
    System.out.println("\nNormalizing against the driver alone\n\n" + normalizingLoop);
    AuditBackfill backfill = AuditBackfill.measure(root, client, options);
    System.out.println("\nA backfill of the audit log\n\n" + backfill);
    new Results(
            options,
            LocalDate.now(ZoneOffset.UTC),
            Machine.of(database),
            coldReceiver,
            warmReceiver,
            forgottenMonth,
            guardedReading,
            fullNormalizer,
            normalizingLoop,
            backfill)
        .write(root.resolve("bench/RESULTS.md"));
    return coldReceiver.goalIsMet()
        && warmReceiver.goalIsMet()
        && forgottenMonth.goalIsMet()
        && guardedReading.goalIsMet()
        && fullNormalizer.goalIsMet()
        && normalizingLoop.goalIsMet()
        && backfill.goalIsMet();
  }
}
