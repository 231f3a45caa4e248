package io.schemamemory.normalize;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import io.micronaut.transaction.TransactionOperations;
import io.schemamemory.data.Claim;
import io.schemamemory.data.Limits;
import io.schemamemory.data.PendingDeliveries;
import io.schemamemory.data.SqlState;
import io.schemamemory.lambda.Deadline;
import io.schemamemory.normalize.Verdict.GiveUp;
import io.schemamemory.normalize.Verdict.Tell;
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
    Tally total = Tally.NONE;
    boolean more = true;
    while (more && deadline.allowsMore()) {
      List<Claim> fresh = claim(run, pending -> pending.claimFresh(Limits.BATCH, HOLD));
      total = total.plus(normalize(fresh, logger));
      List<Claim> tried = claim(run, pending -> pending.claimTried(HOLD));
      total = total.plus(normalize(tried, logger));
      // What is new comes first: only an empty inbox is filled from what came before.
      more = !fresh.isEmpty() || !tried.isEmpty() || replayer.step(logger);
    }
    return total;
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

  private Tally normalize(List<Claim> claims, LambdaLogger logger) {
    if (claims.isEmpty()) {
      return Tally.NONE;
    }
    try {
      List<Verdict> verdicts = batch.judge(claims);
      Tally tally = batch.write(claims, verdicts);
      verdicts.forEach(verdict -> log(verdict, logger));
      return tally;
    } catch (Exception failure) {
      // Any: a transaction throws the driver's checked exceptions undeclared.
      // One poisoned delivery must not stop the others: each of these is tried again alone.
      logger.log(
          "normalizing failed deliveries="
              + claims.size()
              + " cause="
              + failure.getClass().getSimpleName()
              + " SQLSTATE="
              + SqlState.of(failure),
          LogLevel.ERROR);
      return new Tally(0, 0, 0, claims.size());
    }
  }

  private static void log(Verdict verdict, LambdaLogger logger) {
    switch (verdict) {
      case GiveUp(var quarantined) ->
          logger.log(
              "quarantined delivery="
                  + quarantined.claim().deliveryId()
                  + " reason="
                  + quarantined.reason(),
              LogLevel.WARN);
      case Tell(_, var passedOver) when passedOver.isEmpty() -> {}
      case Tell(var told, var passedOver) ->
          logger.log(
              "passed over delivery=" + told.reference() + " fields=" + passedOver, LogLevel.WARN);
    }
  }
}
