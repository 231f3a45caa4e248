package io.schemamemory.normalizedeliveries;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import io.micronaut.transaction.TransactionOperations;
import io.schemamemory.data.inbox.DeliveryReplay;
import io.schemamemory.data.inbox.DeliveryReplays;
import io.schemamemory.data.inbox.DeliverySelection;
import io.schemamemory.normalizedeliveries.answer.ReplayProgress;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.Optional;

/// Puts back into the inbox what is to be normalized again, stretch by stretch.
@Singleton
class DeliveryReplayer {
  private static final int TOLD = 20;

  private final TransactionOperations<Connection> transactions;

  DeliveryReplayer(TransactionOperations<Connection> transactions) {
    this.transactions = transactions;
  }

  void request(DeliverySelection selection, LambdaLogger logger) {
    DeliveryReplay replay =
        transactions.executeWrite(s -> new DeliveryReplays(s.getConnection()).request(selection));
    logger.log("requested " + replay, LogLevel.INFO);
  }

  /// Whether there was anything left to put back.
  boolean step(LambdaLogger logger) {
    Optional<DeliveryReplay> step =
        transactions.executeWrite(s -> new DeliveryReplays(s.getConnection()).step());
    step.ifPresent(replay -> logger.log("replayed " + replay, LogLevel.INFO));
    return step.isPresent();
  }

  ReplayProgress progress() {
    return new ReplayProgress(
        transactions.executeRead(s -> new DeliveryReplays(s.getConnection()).latest(TOLD)));
  }
}
