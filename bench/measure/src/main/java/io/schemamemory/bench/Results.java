package io.schemamemory.bench;

import io.schemamemory.bench.backfill.AuditBackfill;
import io.schemamemory.bench.harness.BenchOptions;
import io.schemamemory.bench.harness.Machine;
import io.schemamemory.bench.harness.Rounds;
import io.schemamemory.bench.normalizer.FullMemoryNormalizer;
import io.schemamemory.bench.normalizer.NormalizerLoop;
import io.schemamemory.bench.reading.FullMemory;
import io.schemamemory.bench.reading.RowSecurityReading;
import io.schemamemory.bench.receiver.ColdReceiver;
import io.schemamemory.bench.receiver.WarmReceiver;
import io.schemamemory.bench.retention.DroppedMonth;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/// The text of `bench/RESULTS.md`: all of it comes from one run.
record Results(
    BenchOptions options,
    LocalDate date,
    Machine machine,
    ColdReceiver coldReceiver,
    WarmReceiver warmReceiver,
    DroppedMonth forgottenMonth,
    RowSecurityReading guardedReading,
    FullMemoryNormalizer fullNormalizer,
    NormalizerLoop normalizingLoop,
    AuditBackfill backfill) {

  void write(Path file) {
    try {
      Files.writeString(file, text());
    } catch (IOException unwritable) {
      throw new UncheckedIOException(file + " cannot be written", unwritable);
    }
  }

  private String text() {
    return """
    # Results

    Written by `%s` on %s; a new run rewrites it.
    Ran on %s.

    Ratios are what to trust: the variants of a row take turns on one machine. The milliseconds beside
    them are that machine's that day, and noisy.

    ## Receiver, cold

    From the start of the process to its first 2xx answer, with the webhook committed through PgBouncer
    in transaction mode, without TLS. Each process is new, run by Lambda's runtime interface client with
    the flags `bin/try` uses and %d MB; each webhook is new. %d repetitions of each after a warm-up of
    %d. Ours reads the database's URL and the webhook secrets in a stand-in for Secrets Manager, over http by AWS's
    SDK, or over a stand-in for AWS's layer. What is `restored` is primed and waits as under SnapStart, and is
    counted from the answer to its restore: what Lambda needs to bring a snapshot back is not in it.

    %s

    ## Receiver, warm

    %d webhooks a turn, as many bytes in every way, each on this disk when answered, through the same
    PgBouncer over a pool of 4. pgbench sends nothing but the SQL, and so does the bare driver; the
    receiver is the real handler, with an instance a client: it reads API Gateway's event, checks the
    signature, stores, logs and answers. Driver and handler run in one process of their own with the
    JVM's default flags. %d repetitions of each after a
    warm-up of %d.

    %s

    ## Dropping a month

    A month of %d bodies of 320 bytes, refilled for each turn and dropped by the function
    `apply-retention` uses, or by deleting its rows. PostgreSQL's buffers are 64 MB, its checkpoints as
    they come. %d repetitions of each after a warm-up of %d.

    %s

    ## Reading under row-level security

    A page of 50 among %d entries that each name a person, half of them another workspace's, over one
    direct connection each: by the functions people call, or by the same ones with the workspace named
    in their text, where no policy applies. %d repetitions of each after a warm-up of %d.

    %s

    ## Normalizing into a full memory

    The same deliveries, the lives of deploy requests, normalized by one warm instance of
    `normalize-deliveries` as built, with 1024 MB, through PgBouncer, into an empty memory and beside
    %d observations. %d repetitions of each after a warm-up of %d.

    %s

    ## Normalizing against the driver alone

    %d deliveries, the lives of deploy requests, normalized by one and by two warm instances of
    `normalize-deliveries` as built, with 1024 MB, through PgBouncer, into an empty memory. The driver
    alone sends what one run of the function sent, statement by statement and commit by commit as it
    claims, from a process that compiles as far as the function's, over one connection a worker, where
    the function has two; after each turn as much must be remembered. %d repetitions of each after a warm-up of %d.

    %s

    ## A backfill of the audit log

    An audit log of %d entries at a stand-in for PlanetScale, which lets itself be asked without limit,
    read from its start by one warm instance of `poll-audit-log` as built, with %d MB, through PgBouncer,
    into an empty ledger and memory. The floor inserts the rows that it left, into the same tables and
    in as many transactions, of 500 entries each: it parses the same pages, which it has already, and
    has one insert from `unnest` a table, over a direct connection of the tables' owner. It asks for
    nothing, seals, hashes, words and folds nothing, looks up nothing, and keeps no
    lease, budget, position or record of runs. Of the heap a walk before these, which nothing timed,
    was looked at by `jcmd`. %d repetitions of each after a warm-up of %d.

    %s
    """
        .formatted(
            options.command(),
            date,
            machine,
            coldReceiver.receivers().ours().function().memoryMegabytes(),
            coldReceiver.times().repetitions(),
            Rounds.WARM_UP,
            coldReceiver,
            warmReceiver.requests(),
            warmReceiver.repetitions(),
            Rounds.WARM_UP,
            warmReceiver,
            forgottenMonth.rows(),
            forgottenMonth.times().repetitions(),
            Rounds.WARM_UP,
            forgottenMonth,
            FullMemory.ENTRIES,
            guardedReading.repetitions(),
            Rounds.WARM_UP,
            guardedReading,
            fullNormalizer.observations(),
            fullNormalizer.times().repetitions(),
            Rounds.LONG_WARM_UP,
            fullNormalizer,
            normalizingLoop.deliveries(),
            normalizingLoop.times().repetitions(),
            Rounds.LONG_WARM_UP,
            normalizingLoop,
            backfill.entries(),
            backfill.memoryMegabytes(),
            backfill.times().repetitions(),
            Rounds.WARM_UP,
            backfill);
  }
}
