package io.schemamemory.normalizedeliveries;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import io.schemamemory.data.connection.DatabaseException;
import io.schemamemory.data.inbox.PendingDeliveries;
import io.schemamemory.job.Failure;
import io.schemamemory.job.Metrics;
import io.schemamemory.job.Transactions;
import io.schemamemory.settings.Environment;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/// Says as a metric how long the oldest delivery has been pending: what is refused for as long as
/// the database's trouble lasts must not go unnoticed.
@Singleton
class InboxAge {
  /// The template's alarm watches it, and goes off too when nobody prints it.
  static final String SECONDS = "OldestPendingSeconds";

  private final Transactions transactions;
  private final Clock clock;

  InboxAge(Transactions transactions, Clock clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  void report(LambdaLogger logger) {
    Metrics.of(Environment.ofProcess()).ifPresent(metrics -> report(metrics, logger));
  }

  private void report(Metrics metrics, LambdaLogger logger) {
    try {
      Duration longest =
          transactions
              .read(connection -> new PendingDeliveries(connection).longest())
              .orElse(Duration.ZERO);
      metrics.print(clock.instant(), Map.of(SECONDS, longest.toSeconds()));
    } catch (DatabaseException failure) {
      // The run has its own end to tell.
      Failure.log(logger, "reading the inbox's age failed", failure);
    }
  }
}
