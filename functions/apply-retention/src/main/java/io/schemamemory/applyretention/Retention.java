package io.schemamemory.applyretention;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import io.micronaut.transaction.TransactionOperations;
import io.schemamemory.data.months.MonthlyTable;
import io.schemamemory.data.months.Months;
import io.schemamemory.job.Deadline;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.List;

/// Brings every table with months to where its policy wants it.
@Singleton
class Retention {
  private final TransactionOperations<Connection> transactions;
  private final Premaker premaker;
  private final Dropper dropper;

  Retention(TransactionOperations<Connection> transactions, Premaker premaker, Dropper dropper) {
    this.transactions = transactions;
    this.premaker = premaker;
    this.dropper = dropper;
  }

  RetentionCounts run(Deadline deadline, LambdaLogger logger) {
    RetentionPlan plan = RetentionPlan.of(read());
    RetentionCounts made = premaker.make(plan.premakes(), logger);
    tellFutureMonths(read(), logger);
    return made.plus(dropper.drop(plan.drops(), deadline, logger));
  }

  private List<MonthlyTable> read() {
    return transactions.executeRead(status -> new Months(status.getConnection()).read());
  }

  /// The template's alarm waits for this line: `enough` must be its second word.
  private static void tellFutureMonths(List<MonthlyTable> tables, LambdaLogger logger) {
    boolean enough = tables.stream().allMatch(table -> table.futureMonths() >= 2);
    List<String> counts =
        tables.stream().map(table -> table.name() + "=" + table.futureMonths()).toList();
    logger.log(
        "future_months " + (enough ? "enough " : "few ") + String.join(" ", counts),
        enough ? LogLevel.INFO : LogLevel.ERROR);
  }
}
