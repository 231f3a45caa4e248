package io.schemamemory.pollauditlog.walk;

import io.schemamemory.data.audit.FeedPosition;
import io.schemamemory.data.audit.FeedPosition.Walk;
import io.schemamemory.planetscale.api.resource.AuditEntry;
import io.schemamemory.planetscale.api.resource.Item;
import io.schemamemory.planetscale.api.resource.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where one page leads a walk; decided before anything is written.
///
/// @param position once the page is written
/// @param ended whether the walk has met what is known, or the log's end
/// @param outOfOrder whether an entry was newer than the one before it
record WalkStep(FeedPosition position, boolean ended, boolean outOfOrder) {
  /// How far below the watermark a walk goes: an entry may be shown later than it was made.
  static final Duration OVERLAP = Duration.ofHours(1);

  /// The step a page makes.
  ///
  /// @param now when a walk began whose first page this is
  static WalkStep of(FeedPosition before, Page<AuditEntry> page, Instant now) {
    @Nullable Walk walk = before.walk();
    @Nullable Instant newest = walk == null ? null : walk.newest();
    @Nullable Instant oldest = walk == null ? null : walk.oldest();
    boolean outOfOrder = false;
    for (Instant time : times(page)) {
      outOfOrder |= oldest != null && time.isAfter(oldest);
      oldest = time;
      newest = later(newest, time);
    }
    // What is known lies below everything new only as long as the order holds.
    boolean fullScan = before.fullScan() || before.watermark() == null || outOfOrder;
    boolean known = !fullScan && isBelow(before, oldest, OVERLAP);
    Instant beganAt = walk == null ? now : walk.beganAt();
    if (page.next().isPresent() && !known) {
      Walk on = new Walk(beganAt, newest, oldest, page.next().get().value());
      return new WalkStep(
          new FeedPosition(before.watermark(), before.caughtUpAt(), fullScan, on),
          false,
          outOfOrder);
    }
    if (!fullScan && !isBelow(before, oldest, Duration.ZERO)) {
      // The log ended above what is known: it has forgotten that, or it hides something.
      return new WalkStep(
          new FeedPosition(before.watermark(), before.caughtUpAt(), true, null), false, outOfOrder);
    }
    return new WalkStep(
        new FeedPosition(later(before.watermark(), newest), beganAt, false, null),
        true,
        outOfOrder);
  }

  /// Where a walk begins anew whose cursor is no longer known.
  static FeedPosition startOver(FeedPosition position) {
    return new FeedPosition(position.watermark(), position.caughtUpAt(), true, null);
  }

  private static boolean isBelow(FeedPosition before, @Nullable Instant oldest, Duration by) {
    @Nullable Instant watermark = before.watermark();
    return watermark != null
        && oldest != null
        && (by.isZero() ? !oldest.isAfter(watermark) : oldest.isBefore(watermark.minus(by)));
  }

  private static List<Instant> times(Page<AuditEntry> page) {
    return page.items().stream()
        .flatMap(
            item ->
                item instanceof Item.Read<AuditEntry> read
                    ? Stream.of(read.value().createdAt())
                    : Stream.empty())
        .toList();
  }

  private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isAfter(other) ? one : other;
  }
}
