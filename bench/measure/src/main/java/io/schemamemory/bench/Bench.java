package io.schemamemory.bench;

import io.schemamemory.local.runtime.RuntimeClient;
import io.schemamemory.testkit.Samples;
import io.schemamemory.testkit.SecretsExtensionServer;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/// `bin/bench`: measures, prints, rewrites `bench/RESULTS.md`.
public final class Bench {
  private static final int MISSED = 1;
  private static final int NOT_MEASURED = 2;

  private Bench() {}

  /// Exits with 0 when every goal is met, 1 when one is missed, 2 when nothing could be measured.
  public static void main(String... arguments) {
    try {
      System.exit(run(Options.parse(List.of(arguments))) ? 0 : MISSED);
    } catch (IllegalArgumentException | IllegalStateException | UncheckedIOException refused) {
      System.err.println(refused.getMessage());
      System.exit(NOT_MEASURED);
    }
  }

  private static boolean run(Options options) {
    Path root = Samples.root();
    MigratedDatabase database = MigratedDatabase.start();
    // Also when somebody presses Ctrl-C, who would else be left with two servers.
    Runtime.getRuntime().addShutdownHook(new Thread(database::close));
    String secrets = "{\"default\":\"" + Samples.SECRET + "\"}";
    SecretsExtensionServer extension = SecretsExtensionServer.start(_ -> Optional.of(secrets));
    RuntimeClient client = RuntimeClient.built(root);
    ColdReceiver coldReceiver =
        ColdReceiver.measure(
            Receivers.built(root, database.credentials(), extension),
            database,
            client,
            new Rounds(options.repetitions()));
    System.out.println("\nReceiver, cold\n\n" + coldReceiver);
    ForgottenMonth forgottenMonth = ForgottenMonth.measure(database, options);
    System.out.println("\nDropping a month\n\n" + forgottenMonth);
    WarmReceiver warmReceiver = WarmReceiver.measure(database, options);
    System.out.println("\nReceiver, warm\n\n" + warmReceiver);
    GuardedReading guardedReading = GuardedReading.measure(database, options);
    System.out.println("\nReading under row-level security\n\n" + guardedReading);
    FullNormalizer fullNormalizer =
        FullNormalizer.measure(database, root, extension, client, options);
    System.out.println("\nNormalizing into a full memory\n\n" + fullNormalizer);
    NormalizingLoop normalizingLoop =
        NormalizingLoop.measure(database, root, extension, client, options);
    System.out.println("\nNormalizing against the driver alone\n\n" + normalizingLoop);
    Backfill backfill = Backfill.measure(root, client, options);
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
