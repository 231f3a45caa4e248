package io.schemamemory.applyretention;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import io.schemamemory.job.Counts;
import io.schemamemory.job.Deadline;
import io.schemamemory.job.Transactions;
import jakarta.inject.Singleton;

/// Brings every table with months to where its policy wants it.
@Singleton
class Retention {
  private final Transactions transactions;
  private final Premaker premaker;
  private final FutureMonths futureMonths;
  private final Dropper dropper;
  private final OverdueMonths overdueMonths;

  Retention(
      Transactions transactions,
      Premaker premaker,
      FutureMonths futureMonths,
      Dropper dropper,
      OverdueMonths overdueMonths) {
    this.transactions = transactions;
    this.premaker = premaker;
    this.futureMonths = futureMonths;
    this.dropper = dropper;
    this.overdueMonths = overdueMonths;
  }

  Counts<RetentionCounter> run(Deadline deadline, LambdaLogger logger) {
    MonthReading before = MonthReading.of(transactions, logger);
    RetentionPlan plan = RetentionPlan.of(before.tables());
    Counts<RetentionCounter> made = premaker.make(plan.premakes(), logger);
    futureMonths.report(MonthReading.of(transactions, logger), logger);
    Counts<RetentionCounter> dropped = dropper.drop(plan.drops(), deadline, logger);
    overdueMonths.report(MonthReading.of(transactions, logger), logger);
    return made.plus(dropped).plus(RetentionCounter.FAILED, before.unread());
  }
}
