package io.schemamemory.applyretention;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import io.schemamemory.applyretention.RetentionStep.Drop;
import io.schemamemory.data.connection.DatabaseException;
import io.schemamemory.data.months.Months;
import io.schemamemory.job.Failure;
import io.schemamemory.job.Metrics;
import io.schemamemory.job.Transactions;
import io.schemamemory.settings.Environment;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Says which months should have been dropped a week ago and are still there, whatever the reason,
/// in the log and as a metric; a legal hold is none to worry about.
@Singleton
class OverdueMonths {
  /// The template's alarm watches it.
  static final String OVERDUE = "MonthsOverdue";

  private final Transactions transactions;
  private final Clock clock;

  OverdueMonths(Transactions transactions, Clock clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  /// To be asked when a run has dropped what it could.
  void report(MonthReading after, LambdaLogger logger) {
    try {
      List<Drop> overdue = transactions.read(connection -> unheld(after, connection));
      overdue.forEach(
          drop -> logger.log("an expired month is still there " + drop.facts(), LogLevel.ERROR));
      Metrics.of(Environment.ofProcess())
          .ifPresent(
              metrics -> metrics.print(clock.instant(), Map.of(OVERDUE, (long) overdue.size())));
    } catch (DatabaseException failure) {
      Failure.log(logger, "reading the legal holds failed", failure);
    }
  }

  private static List<Drop> unheld(MonthReading after, Connection connection) throws SQLException {
    Months months = new Months(connection);
    List<Drop> overdue = new ArrayList<>();
    for (Drop drop : RetentionPlan.of(after.tables()).drops()) {
      if (drop.overdue() && months.holds(drop.table(), drop.month()).isEmpty()) {
        overdue.add(drop);
      }
    }
    return overdue;
  }
}
