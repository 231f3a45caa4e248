package io.schemamemory.job;

import io.schemamemory.data.runs.Leases;
import jakarta.inject.Singleton;
import java.util.Optional;

/// Takes this function's leases, each in a transaction of its own.
@Singleton
public class JobLeases {
  private final Transactions transactions;

  JobLeases(Transactions transactions) {
    this.transactions = transactions;
  }

  /// Takes the lease of a job; nothing if another run holds it.
  public Optional<HeldLease> take(String name, Deadline deadline) {
    String owner = deadline.context().getAwsRequestId();
    return transactions
        .write(connection -> new Leases(connection).take(name, owner, HeldLease.TIME))
        .map(lease -> new HeldLease(lease, transactions));
  }
}
