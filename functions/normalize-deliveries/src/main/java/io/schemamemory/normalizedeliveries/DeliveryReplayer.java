package io.schemamemory.normalizedeliveries;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import io.schemamemory.data.inbox.DeliveryReplay;
import io.schemamemory.data.inbox.DeliveryReplays;
import io.schemamemory.data.inbox.DeliverySelection;
import io.schemamemory.job.Transactions;
import io.schemamemory.normalizedeliveries.answer.ReplayProgress;
import jakarta.inject.Singleton;
import java.util.Optional;

/// Puts deliveries back into the inbox to be normalized again, batch by batch.
@Singleton
class DeliveryReplayer {
  private static final int LISTED = 20;

  private final Transactions transactions;

  DeliveryReplayer(Transactions transactions) {
    this.transactions = transactions;
  }

  void request(DeliverySelection selection, LambdaLogger logger) {
    DeliveryReplay replay =
        transactions.write(connection -> new DeliveryReplays(connection).request(selection));
    logger.log("requested " + replay, LogLevel.INFO);
  }

  /// Puts the next batch back; false if there is none left.
  boolean step(LambdaLogger logger) {
    Optional<DeliveryReplay> step =
        transactions.write(connection -> new DeliveryReplays(connection).step());
    step.ifPresent(replay -> logger.log("replayed " + replay, LogLevel.INFO));
    return step.isPresent();
  }

  ReplayProgress progress() {
    return new ReplayProgress(
        transactions.read(connection -> new DeliveryReplays(connection).latest(LISTED)));
  }
}
