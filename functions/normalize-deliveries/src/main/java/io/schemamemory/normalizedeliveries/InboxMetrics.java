package io.schemamemory.normalizedeliveries;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import io.schemamemory.data.connection.DatabaseException;
import io.schemamemory.data.inbox.PendingDeliveries;
import io.schemamemory.data.inbox.QuarantineSize;
import io.schemamemory.job.Failure;
import io.schemamemory.job.Metrics;
import io.schemamemory.job.Transactions;
import io.schemamemory.settings.Environment;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/// Says as metrics how long the oldest delivery has been pending, and how the quarantine grows:
/// what is refused for as long as the database's trouble lasts must not go unnoticed.
@Singleton
class InboxMetrics {
  /// The template's alarm watches it, and goes off too when nobody prints it.
  static final String SECONDS = "OldestPendingSeconds";

  /// Deliveries and audit entries.
  static final String QUARANTINED = "Quarantined";

  /// The alarm watches this one: a number that grows each minute would hide a new reason.
  static final String NEW_REASONS = "NewQuarantineReasons";

  private final Transactions transactions;
  private final Clock clock;

  InboxMetrics(Transactions transactions, Clock clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  void report(LambdaLogger logger) {
    Metrics.of(Environment.ofProcess()).ifPresent(metrics -> report(metrics, logger));
  }

  private void report(Metrics metrics, LambdaLogger logger) {
    try {
      metrics.print(clock.instant(), transactions.read(InboxMetrics::numbers));
    } catch (DatabaseException failure) {
      // The run has its own end to tell.
      Failure.log(logger, "reading the inbox's age failed", failure);
    }
  }

  private static Map<String, Long> numbers(Connection connection) throws SQLException {
    QuarantineSize quarantine = QuarantineSize.read(connection);
    Duration longest = new PendingDeliveries(connection).longest().orElse(Duration.ZERO);
    return Map.of(
        SECONDS, longest.toSeconds(),
        QUARANTINED, quarantine.rows(),
        NEW_REASONS, quarantine.newReasons());
  }
}
