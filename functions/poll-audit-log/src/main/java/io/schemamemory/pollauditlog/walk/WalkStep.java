package io.schemamemory.pollauditlog.walk;

import io.schemamemory.data.audit.FeedPosition;
import io.schemamemory.data.audit.FeedPosition.Walk;
import io.schemamemory.job.Counts;
import io.schemamemory.planetscale.api.resource.AuditEntry;
import io.schemamemory.planetscale.api.resource.Page;
import io.schemamemory.pollauditlog.walk.WalkState.UnderWay;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where one page leads a run; decided before anything is written.
///
/// @param next once the page is written
/// @param ended whether a walk has reached known entries or the log's end: then it is written
///     at once
record WalkStep(WalkState next, boolean ended, Counts<FeedCounter> counted) {
  /// The step a page makes.
  ///
  /// @param now when a walk began whose first page this is
  static WalkStep of(UnderWay walk, Page<AuditEntry> page, Instant now) {
    FeedPosition before = walk.position();
    @Nullable Walk met = before.walk();
    if (page.items().isEmpty() && met != null && walk.chances().contains(SecondChance.EMPTY_PAGE)) {
      return new WalkStep(walk.using(SecondChance.EMPTY_PAGE), false, FeedCounter.NONE);
    }
    PageTimes times = PageTimes.of(met, page);
    Counts<FeedCounter> counted =
        Counts.of(FeedCounter.PAGES).plus(FeedCounter.OUT_OF_ORDER, times.outOfOrder() ? 1 : 0);
    // Only while the entries are in order is everything new above the watermark.
    boolean fullScan = before.fullScan() || before.watermark() == null || times.outOfOrder();
    Instant beganAt = met == null ? now : met.beganAt();
    if (page.next().isPresent() && (fullScan || !times.passBy(before.watermark()))) {
      Walk on = new Walk(beganAt, times.newest(), times.oldest(), page.next().get().value());
      return new WalkStep(walk.at(moved(before, fullScan, on)), false, counted);
    }
    if (!fullScan && !times.reach(before.watermark())) {
      // The log ended above the watermark: it dropped known entries, or hides some.
      return new WalkStep(walk.at(moved(before, true, null)), false, counted);
    }
    FeedPosition last =
        new FeedPosition(PageTimes.later(before.watermark(), times.newest()), beganAt, false, null);
    return new WalkStep(walk.ended(last), true, counted);
  }

  /// The step back to the newest entry, where a cursor is not found; empty if there is no cursor,
  /// or it was done already.
  static Optional<WalkStep> startOver(UnderWay walk) {
    if (walk.position().walk() == null || !walk.chances().contains(SecondChance.LOST_CURSOR)) {
      return Optional.empty();
    }
    UnderWay again = walk.using(SecondChance.LOST_CURSOR).at(moved(walk.position(), true, null));
    return Optional.of(new WalkStep(again, false, Counts.of(FeedCounter.CURSORS_EXPIRED)));
  }

  /// The watermark stays until a walk ends.
  private static FeedPosition moved(FeedPosition before, boolean fullScan, @Nullable Walk walk) {
    return new FeedPosition(before.watermark(), before.caughtUpAt(), fullScan, walk);
  }
}
