package io.schemamemory.job;

import io.schemamemory.data.runs.Lease;
import io.schemamemory.data.runs.Leases;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/// Takes, renews and gives back this function's leases, each time in a transaction of its own.
@Singleton
public class JobLeases {
  /// Longer than one request may take: a run that is alive keeps it, one that was killed blocks
  /// only the next run.
  private static final Duration TIME = Duration.ofMinutes(2);

  private final Transactions transactions;

  JobLeases(Transactions transactions) {
    this.transactions = transactions;
  }

  /// Takes the lease of a job; nothing if another run holds it.
  public Optional<Lease> take(String name, Deadline deadline) {
    String owner = deadline.context().getAwsRequestId();
    return transactions.write(connection -> new Leases(connection).take(name, owner, TIME));
  }

  /// Keeps a lease for longer.
  ///
  /// @throws LeaseLostException if another run has it by now
  public void renew(Lease lease) {
    boolean ours = transactions.write(connection -> new Leases(connection).renew(lease, TIME));
    if (!ours) {
      throw new LeaseLostException();
    }
  }

  /// Gives a lease back, so that the next run need not wait for its end.
  public void release(Lease lease) {
    transactions.run(connection -> new Leases(connection).release(lease));
  }
}
