package io.schemamemory.applyretention;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import io.schemamemory.data.months.MonthlyTable;
import io.schemamemory.job.Metrics;
import io.schemamemory.settings.Environment;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/// Says how many future months each table has, in the log and as a metric.
@Singleton
class FutureMonths {
  /// The template's alarm waits for it: it goes off after two days without a run that found enough.
  static final String ENOUGH = "RunsWithEnoughFutureMonths";

  /// One month left is little time to notice that no more are made.
  private static final int FEWEST = 2;

  private final Clock clock;

  FutureMonths(Clock clock) {
    this.clock = clock;
  }

  /// A table that could not be read is none that has enough.
  void report(MonthReading reading, LambdaLogger logger) {
    List<MonthlyTable> tables = reading.tables();
    boolean enough =
        reading.unread() == 0 && tables.stream().allMatch(table -> table.futureMonths() >= FEWEST);
    List<String> counts =
        tables.stream().map(table -> table.name() + "=" + table.futureMonths()).toList();
    logger.log(
        "future_months " + (enough ? "enough " : "few ") + String.join(" ", counts),
        enough ? LogLevel.INFO : LogLevel.ERROR);
    Metrics.of(Environment.ofProcess())
        .ifPresent(metrics -> metrics.print(clock.instant(), Map.of(ENOUGH, enough ? 1L : 0L)));
  }
}
