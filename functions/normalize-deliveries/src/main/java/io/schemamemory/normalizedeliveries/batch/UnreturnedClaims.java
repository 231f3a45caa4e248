package io.schemamemory.normalizedeliveries.batch;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import io.schemamemory.data.connection.DatabaseException;
import io.schemamemory.data.inbox.Claim;
import io.schemamemory.data.inbox.PendingDeliveries;
import io.schemamemory.job.Failure;
import io.schemamemory.job.Transactions;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Claims that the database was not there to take back: this instance's next run gives them back.
@Singleton
public class UnreturnedClaims {
  private final Transactions transactions;
  private final List<Claim> claims = new ArrayList<>();

  UnreturnedClaims(Transactions transactions) {
    this.transactions = transactions;
  }

  void add(List<Claim> some) {
    claims.addAll(some);
  }

  /// Gives them back, or keeps them for the next run: this one has others to claim.
  public void giveBack(LambdaLogger logger) {
    if (claims.isEmpty()) {
      return;
    }
    try {
      transactions.run(
          connection -> new PendingDeliveries(connection).giveBack(claims, Duration.ZERO));
      claims.clear();
    } catch (DatabaseException failure) {
      Failure.log(logger, "giving claims back failed deliveries=" + claims.size(), failure);
    }
  }
}
