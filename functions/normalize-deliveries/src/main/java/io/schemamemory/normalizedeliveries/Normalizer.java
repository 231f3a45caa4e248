package io.schemamemory.normalizedeliveries;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import io.micronaut.transaction.TransactionOperations;
import io.schemamemory.data.inbox.Claim;
import io.schemamemory.data.inbox.PendingDeliveries;
import io.schemamemory.job.Deadline;
import io.schemamemory.job.RecordedRun;
import io.schemamemory.job.RunRecord;
import io.schemamemory.normalizedeliveries.answer.NormalizeCounts;
import io.schemamemory.normalizedeliveries.batch.BatchLog;
import io.schemamemory.normalizedeliveries.batch.BatchNormalizer;
import io.schemamemory.normalizedeliveries.batch.BatchPipeline;
import io.schemamemory.normalizedeliveries.batch.ClaimSize;
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
  private final BatchNormalizer batch;
  private final DeliveryReplayer replayer;
  private final RunRecord record;
  private final ClaimSize stride;

  Normalizer(
      TransactionOperations<Connection> transactions,
      BatchNormalizer batch,
      DeliveryReplayer replayer,
      RunRecord record,
      ClaimSize stride) {
    this.transactions = transactions;
    this.batch = batch;
    this.replayer = replayer;
    this.record = record;
    this.stride = stride;
  }

  NormalizeCounts run(Deadline deadline, LambdaLogger logger) {
    return record.keepOnceBegun("normalize-deliveries", run -> run(run, deadline, logger));
  }

  private NormalizeCounts run(RecordedRun run, Deadline deadline, LambdaLogger logger) {
    BatchPipeline batches = new BatchPipeline(batch, new BatchLog(logger));
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
