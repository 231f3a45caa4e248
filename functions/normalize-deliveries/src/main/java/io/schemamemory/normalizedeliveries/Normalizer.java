package io.schemamemory.normalizedeliveries;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import io.schemamemory.data.inbox.Claim;
import io.schemamemory.data.inbox.PendingDeliveries;
import io.schemamemory.job.Counts;
import io.schemamemory.job.Deadline;
import io.schemamemory.job.RecordedRun;
import io.schemamemory.job.RunRecord;
import io.schemamemory.job.Transactions;
import io.schemamemory.normalizedeliveries.answer.NormalizeCounter;
import io.schemamemory.normalizedeliveries.batch.BatchLog;
import io.schemamemory.normalizedeliveries.batch.BatchNormalizer;
import io.schemamemory.normalizedeliveries.batch.BatchPipeline;
import io.schemamemory.normalizedeliveries.batch.ClaimSize;
import io.schemamemory.normalizedeliveries.batch.UnreturnedClaims;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/// Empties the inbox, batch by batch, while there is time.
@Singleton
class Normalizer {
  /// Longer than an invocation lasts, so that no other claims what one is still working on.
  private static final Duration HOLD = Duration.ofSeconds(90);

  private final Transactions transactions;
  private final BatchNormalizer batch;
  private final UnreturnedClaims unreturned;
  private final DeliveryReplayer replayer;
  private final RunRecord record;
  private final ClaimSize claimSize;

  Normalizer(
      Transactions transactions,
      BatchNormalizer batch,
      UnreturnedClaims unreturned,
      DeliveryReplayer replayer,
      RunRecord record,
      ClaimSize claimSize) {
    this.transactions = transactions;
    this.batch = batch;
    this.unreturned = unreturned;
    this.replayer = replayer;
    this.record = record;
    this.claimSize = claimSize;
  }

  Counts<NormalizeCounter> run(Deadline deadline, LambdaLogger logger) {
    unreturned.giveBack(logger);
    return record.keepOnceBegun("normalize-deliveries", logger, run -> run(run, deadline, logger));
  }

  private Counts<NormalizeCounter> run(RecordedRun run, Deadline deadline, LambdaLogger logger) {
    BatchPipeline batches = new BatchPipeline(batch, unreturned, new BatchLog(logger));
    try (batches) {
      boolean more = true;
      while (more && batches.goesOn(deadline)) {
        List<Claim> fresh = claim(run, pending -> pending.claimFresh(claimSize.deliveries(), HOLD));
        batches.normalize(fresh);
        int atOnce = batches.refusedAtOnce();
        List<Claim> refused = claim(run, pending -> pending.claimRefused(atOnce, HOLD));
        batches.normalizeAlone(refused);
        List<Claim> tried = claim(run, pending -> pending.claimTried(HOLD));
        batches.normalizeAlone(tried);
        // New deliveries come first: only an empty inbox is refilled by a replay.
        more = !fresh.isEmpty() || !refused.isEmpty() || !tried.isEmpty() || replayer.step(logger);
      }
    }
    return batches.total();
  }

  /// One way to claim.
  @FunctionalInterface
  private interface Claiming {
    List<Claim> of(PendingDeliveries pending) throws SQLException;
  }

  /// Records the run before its first claim, so that a killed run shows in the record.
  private List<Claim> claim(RecordedRun run, Claiming claiming) {
    return transactions.write(
        connection -> {
          List<Claim> claims = claiming.of(new PendingDeliveries(connection));
          if (!claims.isEmpty()) {
            run.begin(connection);
          }
          return claims;
        });
  }
}
