package io.schemamemory.normalize;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import io.micronaut.transaction.TransactionOperations;
import io.schemamemory.data.Claim;
import io.schemamemory.data.PendingDeliveries;
import io.schemamemory.lambda.Deadline;
import io.schemamemory.pool.RecordedRun;
import io.schemamemory.pool.RunRecord;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/// Empties the inbox, batch by batch, while there is time.
@Singleton
class Normalizer {
  /// Longer than an invocation lasts, so that nobody claims what may still be at work.
  private static final Duration HOLD = Duration.ofSeconds(90);

  private final TransactionOperations<Connection> transactions;
  private final Batch batch;
  private final Replayer replayer;
  private final RunRecord record;
  private final Stride stride;

  Normalizer(
      TransactionOperations<Connection> transactions,
      Batch batch,
      Replayer replayer,
      RunRecord record,
      Stride stride) {
    this.transactions = transactions;
    this.batch = batch;
    this.replayer = replayer;
    this.record = record;
    this.stride = stride;
  }

  Tally run(Deadline deadline, LambdaLogger logger) {
    return record.keepOnceBegun("normalize-deliveries", run -> run(run, deadline, logger));
  }

  private Tally run(RecordedRun run, Deadline deadline, LambdaLogger logger) {
    Batches batches = new Batches(batch, new BatchLog(logger));
    try (batches) {
      boolean more = true;
      while (more && deadline.allowsMore()) {
        List<Claim> fresh = claim(run, pending -> pending.claimFresh(stride.deliveries(), HOLD));
        batches.normalize(fresh);
        List<Claim> tried = claim(run, pending -> pending.claimTried(HOLD));
        batches.normalizeAlone(tried);
        // What is new comes first: only an empty inbox is filled from what came before.
        more = !fresh.isEmpty() || !tried.isEmpty() || replayer.step(logger);
      }
    }
    return batches.total();
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
}
