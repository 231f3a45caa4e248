package io.schemamemory.job;

import io.schemamemory.data.connection.DatabaseException;
import io.schemamemory.data.runs.Lease;
import io.schemamemory.data.runs.Leases;
import java.time.Duration;

/// A lease this run holds until it closes it.
public final class HeldLease implements AutoCloseable {
  /// Longer than one request may take: a run that is alive keeps it, one that was killed blocks
  /// only the next run.
  static final Duration TIME = Duration.ofMinutes(2);

  private final Lease lease;
  private final Transactions transactions;

  HeldLease(Lease lease, Transactions transactions) {
    this.lease = lease;
    this.transactions = transactions;
  }

  /// What a write checks, in its own transaction.
  public Lease lease() {
    return lease;
  }

  /// Keeps it for longer.
  ///
  /// @throws LeaseLostException if another run has it by now
  public void renew() {
    boolean ours = transactions.write(connection -> new Leases(connection).renew(lease, TIME));
    if (!ours) {
      throw new LeaseLostException();
    }
  }

  /// Releases it, so that the next run need not wait for its end.
  @Override
  public void close() {
    try {
      transactions.run(connection -> new Leases(connection).release(lease));
    } catch (DatabaseException unreleased) {
      // It ends by itself; what the run did or why it failed is what counts.
    }
  }
}
