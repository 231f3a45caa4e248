package io.schemamemory.job;

import io.micronaut.transaction.TransactionOperations;
import io.schemamemory.data.runs.Lease;
import io.schemamemory.data.runs.Leases;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Duration;
import java.util.Optional;

/// Takes, renews and gives back this function's leases, each time in a transaction of its own.
@Singleton
public class JobLeases {
  /// Longer than one question may take: a run that is alive keeps it, one that was killed
  /// blocks no more than the next.
  private static final Duration TIME = Duration.ofMinutes(2);

  private final TransactionOperations<Connection> transactions;

  JobLeases(TransactionOperations<Connection> transactions) {
    this.transactions = transactions;
  }

  /// A job that nobody is at; nothing if somebody is.
  public Optional<Lease> take(String name, Deadline deadline) {
    String owner = deadline.context().getAwsRequestId();
    return transactions.executeWrite(
        status -> new Leases(status.getConnection()).take(name, owner, TIME));
  }

  /// Keeps a lease for longer.
  ///
  /// @throws LeaseLostException if another run has it by now
  public void renew(Lease lease) {
    boolean ours =
        transactions.executeWrite(status -> new Leases(status.getConnection()).renew(lease, TIME));
    if (!ours) {
      throw new LeaseLostException();
    }
  }

  public void release(Lease lease) {
    transactions.executeWrite(
        status -> {
          new Leases(status.getConnection()).release(lease);
          return lease;
        });
  }
}
