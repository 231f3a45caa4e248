package io.schemamemory.applyretention;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import io.schemamemory.data.months.MonthlyTable;
import io.schemamemory.data.months.Months;
import io.schemamemory.job.Counts;
import io.schemamemory.job.Deadline;
import io.schemamemory.job.Transactions;
import jakarta.inject.Singleton;
import java.util.List;

/// Brings every table with months to where its policy wants it.
@Singleton
class Retention {
  private final Transactions transactions;
  private final Premaker premaker;
  private final FutureMonths futureMonths;
  private final Dropper dropper;

  Retention(
      Transactions transactions, Premaker premaker, FutureMonths futureMonths, Dropper dropper) {
    this.transactions = transactions;
    this.premaker = premaker;
    this.futureMonths = futureMonths;
    this.dropper = dropper;
  }

  Counts<RetentionCounter> run(Deadline deadline, LambdaLogger logger) {
    RetentionPlan plan = RetentionPlan.of(read());
    Counts<RetentionCounter> made = premaker.make(plan.premakes(), logger);
    futureMonths.report(read(), logger);
    return made.plus(dropper.drop(plan.drops(), deadline, logger));
  }

  private List<MonthlyTable> read() {
    return transactions.read(connection -> new Months(connection).read());
  }
}
