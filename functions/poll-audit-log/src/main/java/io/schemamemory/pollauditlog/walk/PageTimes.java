package io.schemamemory.pollauditlog.walk;

import io.schemamemory.data.audit.FeedPosition;
import io.schemamemory.data.audit.FeedPosition.Walk;
import io.schemamemory.domain.event.SourceClock;
import io.schemamemory.planetscale.api.resource.AuditEntry;
import io.schemamemory.planetscale.api.resource.Item;
import io.schemamemory.planetscale.api.resource.Page;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The times of the entries a walk has read, its latest page included.
///
/// @param newest empty as long as no entry could be read
/// @param oldest the last entry's
/// @param outOfOrder whether an entry of the page was newer than the one before it
record PageTimes(@Nullable Instant newest, @Nullable Instant oldest, boolean outOfOrder) {
  static PageTimes of(@Nullable Walk walk, Page<AuditEntry> page, Instant now) {
    return of(walk == null ? null : walk.newest(), walk == null ? null : walk.oldest(), page, now);
  }

  /// @param newest so far
  /// @param oldest so far
  /// @param now by our clock: a time beyond it is kept as sent, but leads nothing
  static PageTimes of(
      @Nullable Instant newest, @Nullable Instant oldest, Page<AuditEntry> page, Instant now) {
    boolean outOfOrder = false;
    for (Instant time : times(page, now)) {
      outOfOrder |= oldest != null && time.isAfter(oldest);
      oldest = time;
      newest = later(newest, time);
    }
    return new PageTimes(newest, oldest, outOfOrder);
  }

  /// Whether a page passes the watermark without the entry that made it.
  static boolean skip(FeedPosition before, Page<AuditEntry> page, Instant now) {
    @Nullable Instant watermark = before.watermark();
    @Nullable Walk walk = before.walk();
    @Nullable Instant above = walk == null ? null : walk.oldest();
    return watermark != null
        && (above == null ? walk == null : above.isAfter(watermark))
        && times(page, now).stream().anyMatch(time -> time.isBefore(watermark))
        && times(page, now).stream().noneMatch(time -> isSame(time, watermark));
  }

  /// Whether they go down to a watermark.
  boolean reach(@Nullable Instant watermark) {
    return watermark != null && oldest != null && !oldest.isAfter(watermark);
  }

  /// Whether they go so far below a watermark that nothing shown late is missed.
  boolean passBy(@Nullable Instant watermark, Duration overlap) {
    return watermark != null && oldest != null && oldest.isBefore(watermark.minus(overlap));
  }

  /// The later of two times, as far as they are known.
  static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isAfter(other) ? one : other;
  }

  /// As the database keeps times.
  private static boolean isSame(Instant time, Instant stored) {
    return Duration.between(time, stored).abs().compareTo(Duration.of(1, ChronoUnit.MICROS)) <= 0;
  }

  private static List<Instant> times(Page<AuditEntry> page, Instant now) {
    return page.items().stream()
        .flatMap(
            item ->
                item instanceof Item.Read<AuditEntry> read
                    ? Stream.of(read.value().createdAt())
                    : Stream.empty())
        .filter(time -> !SourceClock.doubts(time, now))
        .toList();
  }
}
