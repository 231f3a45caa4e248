package io.schemamemory.pollauditlog.walk;

import io.schemamemory.job.Counter;
import io.schemamemory.job.Counts;
import io.schemamemory.pollauditlog.ledger.LedgerWrite;
import java.time.Duration;
import java.time.Instant;

/// What one run counts in one feed; each is a metric too.
enum FeedCounter implements Counter {
  PAGES("AuditPages"),
  /// New in the ledger.
  ENTRIES("AuditEntries"),
  QUARANTINED("AuditEntriesQuarantined"),
  /// Pages on which an entry was newer than the one before it.
  OUT_OF_ORDER("AuditOrderViolated"),
  /// New in the ledger, of a time beyond our clock.
  TIMES_DOUBTFUL("AuditTimesDoubtful"),
  /// New in the ledger, though long below what was known.
  LATE("AuditEntriesLate"),
  /// In the ledger, and no longer shown although PlanetScale should still keep them.
  VANISHED("AuditEntriesVanished"),
  /// Times that not one entry was shown, though some are known.
  EMPTY("AuditLogsEmpty"),
  /// Each larger than one reply may be.
  TOO_LARGE("AuditEntriesTooLarge"),
  /// Walks that could not continue where they were.
  CURSORS_EXPIRED("AuditCursorExpired"),
  /// Entries of the last day about the deletion of a webhook.
  WEBHOOKS_DELETED("WebhookDeleted"),
  /// Feeds that nothing was asked about, since there is no service token for their organization.
  WITHOUT_TOKEN("FeedsWithoutToken");

  static final Counts<FeedCounter> NONE = Counts.none(FeedCounter.class);

  /// Older deletions are dealt with by now, or never will be.
  private static final Duration RECENT = Duration.ofDays(1);

  private final String metric;

  FeedCounter(String metric) {
    this.metric = metric;
  }

  String metric() {
    return metric;
  }

  /// Counts what a write added.
  static Counts<FeedCounter> count(LedgerWrite written, Instant now) {
    long deleted =
        written.entries().stream()
            .filter(entry -> entry.row().action().equals("database_webhook.deleted"))
            .filter(entry -> entry.row().createdAt().isAfter(now.minus(RECENT)))
            .count();
    return Counts.of(ENTRIES, written.entries().size())
        .plus(QUARANTINED, written.quarantined())
        .plus(
            TIMES_DOUBTFUL,
            written.entries().stream().filter(entry -> entry.row().isTimeDoubtful()).count())
        .plus(LATE, written.late().number())
        .plus(WEBHOOKS_DELETED, deleted);
  }
}
