package io.schemamemory.poll;

import io.micronaut.transaction.TransactionOperations;
import io.schemamemory.data.Lease;
import io.schemamemory.data.Leases;
import io.schemamemory.lambda.Deadline;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Duration;
import java.util.Optional;

/// Takes, renews and gives back this function's leases, each time in a transaction of its own.
@Singleton
class JobLeases {
  /// Longer than one question may take: a run that is alive keeps it, one that was killed
  /// blocks no more than the next.
  private static final Duration TIME = Duration.ofMinutes(2);

  private final TransactionOperations<Connection> transactions;

  JobLeases(TransactionOperations<Connection> transactions) {
    this.transactions = transactions;
  }

  /// A job that nobody is at; nothing if somebody is.
  Optional<Lease> take(String name, Deadline deadline) {
    String owner = deadline.context().getAwsRequestId();
    return transactions.executeWrite(
        status -> new Leases(status.getConnection()).take(name, owner, TIME));
  }

  /// @throws LeaseLostException if somebody else is at it by now
  void renew(Lease lease) {
    boolean ours =
        transactions.executeWrite(status -> new Leases(status.getConnection()).renew(lease, TIME));
    if (!ours) {
      throw new LeaseLostException();
    }
  }

  void release(Lease lease) {
    transactions.executeWrite(
        status -> {
          new Leases(status.getConnection()).release(lease);
          return lease;
        });
  }
}
