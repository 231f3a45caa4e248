package io.schemamemory.pollauditlog.walk;

import io.schemamemory.data.audit.FeedPosition;
import io.schemamemory.data.audit.FeedPosition.Walk;
import io.schemamemory.data.audit.Trail;
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
    // An empty log is no surprise while nothing is known.
    boolean surprise = met != null || before.watermark() != null;
    if (page.items().isEmpty() && surprise && walk.chances().contains(SecondChance.EMPTY_PAGE)) {
      return new WalkStep(walk.using(SecondChance.EMPTY_PAGE), false, FeedCounter.NONE);
    }
    PageTimes times = PageTimes.of(met, page, now);
    Counts<FeedCounter> counted =
        Counts.of(FeedCounter.PAGES).plus(FeedCounter.OUT_OF_ORDER, times.outOfOrder() ? 1 : 0);
    // Only while the entries are in order is everything new above the watermark.
    boolean fullScan = before.fullScan() || before.watermark() == null || times.outOfOrder();
    Instant beganAt = met == null ? now : met.beganAt();
    if (page.next().isPresent()
        && (fullScan || !times.passBy(before.watermark(), before.overlap().length()))) {
      String cursor = page.next().get().value();
      Trail trail = met == null ? Trail.START : met.trail();
      Walk on =
          new Walk(
              beganAt,
              times.newest(),
              times.oldest(),
              cursor,
              Circles.further(trail, page, cursor));
      return new WalkStep(walk.at(before.walking(fullScan, on)), false, counted);
    }
    if (!fullScan && !times.reach(before.watermark())) {
      // The log ended above the watermark: it dropped known entries, or hides some.
      FeedPosition anew = before.comparing(null, null).walking(true, null);
      return new WalkStep(walk.at(anew), false, counted);
    }
    FeedPosition last =
        before.caughtUp(PageTimes.later(before.watermark(), times.newest()), beganAt);
    return new WalkStep(walk.ended(last), true, counted);
  }

  /// The step back to the newest entry, where a cursor is not found; empty if there is no cursor,
  /// or it was done already.
  static Optional<WalkStep> startOver(UnderWay walk) {
    if (walk.position().walk() == null || !walk.chances().contains(SecondChance.LOST_CURSOR)) {
      return Optional.empty();
    }
    UnderWay again = walk.using(SecondChance.LOST_CURSOR).at(walk.position().walking(true, null));
    return Optional.of(new WalkStep(again, false, Counts.of(FeedCounter.CURSORS_EXPIRED)));
  }

  /// The step away from pages that lead nowhere: the next run begins at the newest entry.
  static WalkStep giveUp(UnderWay walk) {
    FeedPosition before = walk.position();
    return new WalkStep(walk.at(before.walking(before.fullScan(), null)), false, FeedCounter.NONE);
  }
}
