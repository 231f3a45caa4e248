package io.schemamemory.pollauditlog.walk;

import io.schemamemory.data.audit.AuditLedger;
import io.schemamemory.data.audit.Feed;
import io.schemamemory.job.Transactions;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/// The ledger's entries that PlanetScale must still show.
@Singleton
class RetainedEntries {
  /// PlanetScale keeps entries for at least 15 days; on the last of them it may be deleting.
  private static final Duration KEPT = Duration.ofDays(14);

  private final Transactions transactions;

  RetainedEntries(Transactions transactions) {
    this.transactions = transactions;
  }

  /// All entries after this time must be shown.
  static Instant since(Instant now) {
    return now.minus(KEPT);
  }

  /// How many there are at all.
  int count(Feed feed, Instant now) {
    return between(feed, since(now), now).size();
  }

  /// Whether there is any older than this.
  boolean areBelow(Feed feed, Instant time, Instant now) {
    // The database's smallest step: others of the same time may be on the page.
    return !between(feed, since(now), time.minus(1, ChronoUnit.MICROS)).isEmpty();
  }

  /// The ids of those after one time and not after another.
  Set<String> between(Feed feed, Instant after, Instant notAfter) {
    return after.isBefore(notAfter)
        ? transactions.read(
            connection -> new AuditLedger(connection).between(feed, after, notAfter))
        : Set.of();
  }
}
