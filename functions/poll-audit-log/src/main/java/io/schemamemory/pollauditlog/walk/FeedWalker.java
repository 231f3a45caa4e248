package io.schemamemory.pollauditlog.walk;

import io.schemamemory.data.audit.FeedPosition;
import io.schemamemory.planetscale.api.resource.AuditEntry;
import io.schemamemory.planetscale.api.resource.Page;
import io.schemamemory.pollauditlog.pages.LogPages;
import io.schemamemory.pollauditlog.pages.PageAnswer;
import io.schemamemory.pollauditlog.walk.WalkResult.CaughtUp;
import io.schemamemory.pollauditlog.walk.WalkResult.Emptied;
import io.schemamemory.pollauditlog.walk.WalkResult.Failed;
import io.schemamemory.pollauditlog.walk.WalkResult.Interrupted;
import io.schemamemory.pollauditlog.walk.WalkState.UnderWay;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Walks one feed from its newest entry to what is known, page by page, while there is time.
@Singleton
class FeedWalker {
  private final Clock clock;
  private final WalkSizes sizes;
  private final RetainedEntries retained;

  FeedWalker(Clock clock, WalkSizes sizes, RetainedEntries retained) {
    this.clock = clock;
    this.sizes = sizes;
    this.retained = retained;
  }

  WalkResult walk(FeedRun run, LogPages pages) {
    Optional<WalkResult> result = Optional.empty();
    while (result.isEmpty() && run.walk() instanceof UnderWay walk) {
      result =
          switch (pages.after(cursor(walk))) {
            case PageAnswer.Shown shown -> take(run, walk, shown);
            case PageAnswer.NotFound(String whatToDo) -> startOver(run, walk, whatToDo);
            case PageAnswer.Endless(String reason) -> Optional.of(giveUp(run, walk, reason));
            case PageAnswer.TimeIsUp(Optional<String> failure) -> Optional.of(late(run, failure));
            case PageAnswer.Unavailable(String whatToDo) -> Optional.of(stop(run, walk, whatToDo));
          };
    }
    return result.orElseGet(CaughtUp::new);
  }

  private static @Nullable String cursor(UnderWay walk) {
    FeedPosition.@Nullable Walk met = walk.position().walk();
    return met == null ? null : met.cursor();
  }

  /// Empty while the walk goes on.
  private Optional<WalkResult> take(FeedRun run, UnderWay walk, PageAnswer.Shown shown) {
    Page<AuditEntry> page = shown.page();
    Instant now = clock.instant();
    FeedPosition.@Nullable Walk met = walk.position().walk();
    if (met != null && Circles.leadsBack(met.trail(), page)) {
      return Optional.of(giveUp(run, walk, "leads back to where an earlier run was"));
    }
    WalkStep step = WalkStep.of(walk, page, now);
    if (met == null && page.items().isEmpty() && step.ended()) {
      int known = retained.count(run.feed(), now);
      run.count(FeedCounter.EMPTY, known > 0 || walk.position().watermark() != null ? 1 : 0);
      if (known > 0) {
        run.count(FeedCounter.VANISHED, known);
        return Optional.of(new Emptied(known));
      }
    }
    run.take(shown, step, now, sizes.write());
    if (isShort(run, walk, page, now)) {
      FeedPosition position = run.walk().position();
      run.move(position.comparing(null, position.comparison()));
    }
    return Optional.empty();
  }

  /// Whether entries are known that the page should show: then the comparison does not wait for its
  /// day.
  private boolean isShort(FeedRun run, UnderWay walk, Page<AuditEntry> page, Instant now) {
    FeedPosition before = walk.position();
    PageTimes times = PageTimes.of(before.walk(), page, now);
    @Nullable Instant oldest = times.oldest();
    if (page.items().isEmpty() || times.outOfOrder() || oldest == null) {
      return false;
    }
    return (!before.fullScan() && PageTimes.skip(before, page, now))
        || (page.next().isEmpty() && retained.areBelow(run.feed(), oldest, now));
  }

  private static Optional<WalkResult> startOver(FeedRun run, UnderWay walk, String whatToDo) {
    Optional<WalkStep> back = WalkStep.startOver(walk);
    back.ifPresent(run::take);
    return back.isPresent() ? Optional.empty() : Optional.of(new Failed(whatToDo));
  }

  /// Where a walk cannot go on from an earlier run's place, the next run begins at the newest
  /// entry: new ones must not wait for a page that cannot be had. A long walk keeps its place.
  private WalkResult stop(FeedRun run, UnderWay walk, String whatToDo) {
    FeedPosition.@Nullable Walk met = walk.position().walk();
    if (met != null
        && run.counts().count(FeedCounter.PAGES) == 0
        && (!walk.position().fullScan() || met.trail().pages() <= sizes.compare())) {
      run.take(WalkStep.giveUp(walk));
    }
    return new Failed(whatToDo);
  }

  private static WalkResult giveUp(FeedRun run, UnderWay walk, String reason) {
    run.take(WalkStep.giveUp(walk));
    return Failed.endless(reason);
  }

  /// The time was the run's own; only where not one page came is it PlanetScale's failure that
  /// counts.
  private static WalkResult late(FeedRun run, Optional<String> failure) {
    return run.counts().count(FeedCounter.PAGES) == 0 && failure.isPresent()
        ? new Failed(failure.get())
        : new Interrupted();
  }
}
