package io.schemamemory.applyretention;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import io.micronaut.transaction.TransactionOperations;
import io.schemamemory.applyretention.RetentionStep.Drop;
import io.schemamemory.data.months.Months;
import io.schemamemory.data.months.Months.Dropping;
import io.schemamemory.job.Deadline;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Drops months, each in a transaction of its own; those in use are tried again while there is
/// time.
@Singleton
class Dropper {
  /// With the pauses this outlasts a query of some seconds; what reads longer has until tomorrow.
  private static final int ROUNDS = 10;

  private final TransactionOperations<Connection> transactions;
  private final Pause pause;

  Dropper(TransactionOperations<Connection> transactions, Pause pause) {
    this.transactions = transactions;
    this.pause = pause;
  }

  RetentionCounts drop(List<Drop> drops, Deadline deadline, LambdaLogger logger) {
    RetentionCounts tally = RetentionCounts.NONE;
    List<Drop> waiting = drops;
    for (int round = 0; round < ROUNDS && !waiting.isEmpty() && deadline.allowsMore(); round++) {
      if (round > 0) {
        pause.take();
      }
      List<Drop> locked = new ArrayList<>();
      tally = tally.plus(round(waiting, locked, deadline, logger));
      waiting = locked;
    }
    return waiting.stream().map(drop -> left(drop, logger)).reduce(tally, RetentionCounts::plus);
  }

  /// A table found in use is left alone for the rest of the round: every try stalls its inserts.
  private RetentionCounts round(
      List<Drop> drops, List<Drop> locked, Deadline deadline, LambdaLogger logger) {
    RetentionCounts tally = RetentionCounts.NONE;
    Set<String> inUse = new HashSet<>();
    for (Drop drop : drops) {
      if (inUse.contains(drop.table()) || !deadline.allowsMore()) {
        locked.add(drop);
        continue;
      }
      try {
        Dropping dropping =
            transactions.executeWrite(
                s -> new Months(s.getConnection()).drop(drop.table(), drop.month()));
        if (dropping == Dropping.LOCKED) {
          inUse.add(drop.table());
          locked.add(drop);
        }
        tally = tally.plus(counted(dropping, drop, logger));
      } catch (Exception failure) {
        // Of any kind: a transaction passes the driver's on undeclared.
        Failure.log("dropping", drop, failure, logger);
        tally = tally.plus(RetentionCounts.FAILED);
      }
    }
    return tally;
  }

  private static RetentionCounts counted(Dropping dropping, Drop drop, LambdaLogger logger) {
    return switch (dropping) {
      case DROPPED -> {
        logger.log(
            "dropped a month table=" + drop.table() + " month=" + drop.month(), LogLevel.INFO);
        yield RetentionCounts.DROPPED;
      }
      case HELD -> RetentionCounts.HELD;
      // Another run dropped it, or the policy changed since it was planned: nothing is owed.
      case ABSENT, KEPT, LOCKED -> RetentionCounts.NONE;
    };
  }

  /// Not a failure at once: a long query may be somebody's good right. A week of them breaks the
  /// policy's promise.
  private static RetentionCounts left(Drop drop, LambdaLogger logger) {
    logger.log(
        "left a month in use table=%s month=%s overdue=%s"
            .formatted(drop.table(), drop.month(), drop.overdue()),
        drop.overdue() ? LogLevel.ERROR : LogLevel.WARN);
    return drop.overdue()
        ? RetentionCounts.LEFT.plus(RetentionCounts.FAILED)
        : RetentionCounts.LEFT;
  }
}
