package io.schemamemory.pollauditlog.walk;

import io.schemamemory.pollauditlog.ledger.LedgerWrite;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// What one run did to one feed, counted.
///
/// @param outOfOrder pages on which an entry was newer than the one before it
/// @param cursorsExpired walks that could not go on where they were
/// @param webhooksDeleted entries of the last day that say that a webhook was deleted
public record FeedNumbers(
    int pages,
    int entries,
    int quarantined,
    int outOfOrder,
    int cursorsExpired,
    int webhooksDeleted) {
  public static final FeedNumbers NONE = new FeedNumbers(0, 0, 0, 0, 0, 0);

  /// Older ones somebody has dealt with, or nobody will.
  private static final Duration RECENT = Duration.ofDays(1);

  FeedNumbers page(boolean isOutOfOrder) {
    return new FeedNumbers(
        pages + 1,
        entries,
        quarantined,
        outOfOrder + (isOutOfOrder ? 1 : 0),
        cursorsExpired,
        webhooksDeleted);
  }

  FeedNumbers cursorExpired() {
    return new FeedNumbers(
        pages, entries, quarantined, outOfOrder, cursorsExpired + 1, webhooksDeleted);
  }

  FeedNumbers plus(LedgerWrite written, Instant now) {
    long deleted =
        written.entries().stream()
            .filter(entry -> entry.row().action().equals("database_webhook.deleted"))
            .filter(entry -> entry.row().createdAt().isAfter(now.minus(RECENT)))
            .count();
    return new FeedNumbers(
        pages,
        entries + written.entries().size(),
        quarantined + written.quarantined(),
        outOfOrder,
        cursorsExpired,
        webhooksDeleted + Math.toIntExact(deleted));
  }

  Map<String, Long> metrics() {
    Map<String, Long> metrics = new LinkedHashMap<>();
    metrics.put("AuditPages", (long) pages);
    metrics.put("AuditEntries", (long) entries);
    metrics.put("AuditEntriesQuarantined", (long) quarantined);
    metrics.put("AuditOrderViolated", (long) outOfOrder);
    metrics.put("AuditCursorExpired", (long) cursorsExpired);
    metrics.put("WebhookDeleted", (long) webhooksDeleted);
    return metrics;
  }
}
