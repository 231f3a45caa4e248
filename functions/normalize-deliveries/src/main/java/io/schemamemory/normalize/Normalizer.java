package io.schemamemory.normalize;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import io.micronaut.transaction.TransactionOperations;
import io.schemamemory.data.Claim;
import io.schemamemory.data.Limits;
import io.schemamemory.data.PendingDeliveries;
import io.schemamemory.lambda.Deadline;
import io.schemamemory.pool.RecordedRun;
import io.schemamemory.pool.RunRecord;
import io.schemamemory.pool.WriteBehind;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/// Empties the inbox, batch by batch, while there is time: one is written while the next is read.
@Singleton
class Normalizer {
  /// Longer than an invocation lasts, so that nobody claims what may still be at work.
  private static final Duration HOLD = Duration.ofSeconds(90);

  private final TransactionOperations<Connection> transactions;
  private final Batch batch;
  private final Replayer replayer;
  private final RunRecord record;

  Normalizer(
      TransactionOperations<Connection> transactions,
      Batch batch,
      Replayer replayer,
      RunRecord record) {
    this.transactions = transactions;
    this.batch = batch;
    this.replayer = replayer;
    this.record = record;
  }

  Tally run(Deadline deadline, LambdaLogger logger) {
    return record.keepOnceBegun("normalize-deliveries", run -> run(run, deadline, logger));
  }

  private Tally run(RecordedRun run, Deadline deadline, LambdaLogger logger) {
    BatchLog log = new BatchLog(logger);
    Tally total = Tally.NONE;
    boolean more = true;
    try (WriteBehind<BatchEnd> behind = new WriteBehind<>()) {
      while (more && deadline.allowsMore()) {
        List<Claim> fresh = claim(run, pending -> pending.claimFresh(Limits.BATCH, HOLD));
        total = total.plus(normalize(fresh, behind, log));
        List<Claim> tried = claim(run, pending -> pending.claimTried(HOLD));
        total = total.plus(normalize(tried, behind, log));
        // What is new comes first: only an empty inbox is filled from what came before.
        more = !fresh.isEmpty() || !tried.isEmpty() || replayer.step(logger);
      }
      return total.plus(tally(behind.finish(), log));
    }
  }

  /// One way to claim.
  @FunctionalInterface
  private interface Claiming {
    List<Claim> of(PendingDeliveries pending) throws SQLException;
  }

  /// With the first claim the run goes on record: once it may be killed at its work.
  private List<Claim> claim(RecordedRun run, Claiming claiming) {
    return transactions.executeWrite(
        status -> {
          List<Claim> claims = claiming.of(new PendingDeliveries(status.getConnection()));
          if (!claims.isEmpty()) {
            run.begin(status.getConnection());
          }
          return claims;
        });
  }

  /// Reads a batch, and has it written; what the one before it did.
  private Tally normalize(List<Claim> claims, WriteBehind<BatchEnd> behind, BatchLog log) {
    return claims.isEmpty() ? Tally.NONE : tally(behind.write(read(claims)), log);
  }

  private static Tally tally(Optional<BatchEnd> before, BatchLog log) {
    return before.map(log::log).orElse(Tally.NONE);
  }

  private Callable<BatchEnd> read(List<Claim> claims) {
    try {
      List<Verdict> verdicts = batch.judge(claims);
      return () -> write(claims, verdicts);
    } catch (Exception failure) {
      // Any: a transaction throws the driver's checked exceptions undeclared.
      return () -> new BatchEnd.Failed(claims.size(), failure);
    }
  }

  /// One poisoned delivery must not stop the others: each of these is tried again alone.
  private BatchEnd write(List<Claim> claims, List<Verdict> verdicts) {
    try {
      return new BatchEnd.Written(verdicts, batch.write(claims, verdicts));
    } catch (Exception failure) {
      // Any, as above.
      return new BatchEnd.Failed(claims.size(), failure);
    }
  }
}
