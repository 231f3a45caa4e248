package io.schemamemory.applyretention;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import io.schemamemory.applyretention.RetentionStep.Drop;
import io.schemamemory.data.months.Months;
import io.schemamemory.data.months.Months.Dropping;
import io.schemamemory.job.Counts;
import io.schemamemory.job.Deadline;
import io.schemamemory.job.Failure;
import io.schemamemory.job.Transactions;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Drops months, each in a transaction of its own; those in use are tried again while there is
/// time.
@Singleton
class Dropper {
  /// With the pauses this outlasts a query of some seconds; after a longer one tomorrow's run drops
  /// it.
  private static final int ROUNDS = 10;

  private static final Counts<RetentionCounter> NONE = Counts.none(RetentionCounter.class);

  private final Transactions transactions;
  private final Pause pause;

  Dropper(Transactions transactions, Pause pause) {
    this.transactions = transactions;
    this.pause = pause;
  }

  Counts<RetentionCounter> drop(List<Drop> drops, Deadline deadline, LambdaLogger logger) {
    Counts<RetentionCounter> counts = NONE;
    if (!deadline.allowsMore()) {
      return drops.stream().map(drop -> untried(drop, logger)).reduce(counts, Counts::plus);
    }
    List<Drop> waiting = drops;
    for (int round = 0; round < ROUNDS && !waiting.isEmpty() && deadline.allowsMore(); round++) {
      if (round > 0) {
        pause.take();
      }
      List<Drop> locked = new ArrayList<>();
      counts = counts.plus(round(waiting, round == 0, locked, deadline, logger));
      waiting = locked;
    }
    return waiting.stream().map(drop -> left(drop, logger)).reduce(counts, Counts::plus);
  }

  /// A table found in use is not tried again this round: every attempt blocks its inserts.
  private Counts<RetentionCounter> round(
      List<Drop> drops,
      boolean isFirst,
      List<Drop> locked,
      Deadline deadline,
      LambdaLogger logger) {
    Counts<RetentionCounter> counts = NONE;
    Set<String> inUse = new HashSet<>();
    for (Drop drop : drops) {
      if (!deadline.allowsMore() && isFirst) {
        counts = counts.plus(untried(drop, logger));
        continue;
      }
      if (inUse.contains(drop.table()) || !deadline.allowsMore()) {
        locked.add(drop);
        continue;
      }
      try {
        Dropping dropping =
            transactions.write(
                connection -> new Months(connection).drop(drop.table(), drop.month()));
        if (dropping == Dropping.LOCKED) {
          inUse.add(drop.table());
          locked.add(drop);
        }
        counts = counts.plus(counted(dropping, drop, logger));
      } catch (RuntimeException failure) {
        Failure.log(logger, "dropping a month failed " + drop.facts(), failure);
        counts = counts.plus(Counts.of(RetentionCounter.FAILED));
      }
    }
    return counts;
  }

  private static Counts<RetentionCounter> counted(
      Dropping dropping, Drop drop, LambdaLogger logger) {
    return switch (dropping) {
      case DROPPED -> {
        logger.log("dropped a month " + drop.facts(), LogLevel.INFO);
        yield Counts.of(RetentionCounter.DROPPED);
      }
      case HELD -> Counts.of(RetentionCounter.HELD);
      // Another run dropped it, or the policy changed since it was planned: nothing is left to do.
      case ABSENT, KEPT, LOCKED -> NONE;
    };
  }

  /// Nobody was in its way but this run's own time: no failure, however overdue.
  private static Counts<RetentionCounter> untried(Drop drop, LambdaLogger logger) {
    logger.log("left a month for the next run, the time was up " + drop.facts(), LogLevel.INFO);
    return Counts.of(RetentionCounter.LEFT);
  }

  /// Not a failure at once: a long query may be legitimate. After a week the policy is broken.
  private static Counts<RetentionCounter> left(Drop drop, LambdaLogger logger) {
    logger.log(
        "left a month in use " + drop.facts() + " overdue=" + drop.overdue(),
        drop.overdue() ? LogLevel.ERROR : LogLevel.WARN);
    Counts<RetentionCounter> left = Counts.of(RetentionCounter.LEFT);
    return drop.overdue() ? left.plus(RetentionCounter.FAILED, 1) : left;
  }
}
