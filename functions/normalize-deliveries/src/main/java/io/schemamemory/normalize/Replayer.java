package io.schemamemory.normalize;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import io.micronaut.transaction.TransactionOperations;
import io.schemamemory.data.Replay;
import io.schemamemory.data.Replays;
import io.schemamemory.data.Selection;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.Optional;

/// Puts back into the inbox what is to be normalized again, stretch by stretch.
@Singleton
class Replayer {
  private static final int TOLD = 20;

  private final TransactionOperations<Connection> transactions;

  Replayer(TransactionOperations<Connection> transactions) {
    this.transactions = transactions;
  }

  void request(Selection selection, LambdaLogger logger) {
    Replay replay =
        transactions.executeWrite(s -> new Replays(s.getConnection()).request(selection));
    logger.log("requested " + replay, LogLevel.INFO);
  }

  /// Whether there was anything left to put back.
  boolean step(LambdaLogger logger) {
    Optional<Replay> step = transactions.executeWrite(s -> new Replays(s.getConnection()).step());
    step.ifPresent(replay -> logger.log("replayed " + replay, LogLevel.INFO));
    return step.isPresent();
  }

  Progress progress() {
    return new Progress(transactions.executeRead(s -> new Replays(s.getConnection()).latest(TOLD)));
  }
}
