package io.schemamemory.pollauditlog.walk;

import io.schemamemory.data.audit.Comparison;
import io.schemamemory.data.audit.FeedPosition;
import io.schemamemory.domain.event.SourceClock;
import io.schemamemory.planetscale.api.resource.AuditEntry;
import io.schemamemory.planetscale.api.resource.Page;
import io.schemamemory.pollauditlog.pages.LogPages;
import io.schemamemory.pollauditlog.pages.PageAnswer;
import io.schemamemory.pollauditlog.walk.WalkResult.CaughtUp;
import io.schemamemory.pollauditlog.walk.WalkResult.Failed;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Compares, once a day and a part in each run, all that PlanetScale still shows with the ledger:
/// what came later than the overlap is read, and what is no longer shown is counted.
@Singleton
class FeedComparer {
  private static final Duration EVERY = Duration.ofDays(1);

  private final Clock clock;
  private final WalkSizes sizes;
  private final RetainedEntries retained;

  FeedComparer(Clock clock, WalkSizes sizes, RetainedEntries retained) {
    this.clock = clock;
    this.sizes = sizes;
    this.retained = retained;
  }

  /// Whether a comparison is under way or due.
  boolean isDue(FeedPosition position) {
    @Nullable Instant last = position.comparedAt();
    Instant now = clock.instant();
    return position.comparison() != null
        || last == null
        || SourceClock.doubts(last, now)
        || !now.isBefore(last.plus(EVERY));
  }

  /// Compares as many pages as one run may.
  WalkResult compare(FeedRun run, LogPages pages) {
    boolean again = true;
    for (int page = 0; page < sizes.compare(); page++) {
      @Nullable Comparison met = run.walk().position().comparison();
      switch (pages.after(met == null ? null : met.cursor())) {
        case PageAnswer.Shown shown -> {
          if (again && isSurprise(shown.page(), run)) {
            again = false;
          } else if (take(run, met, shown)) {
            return new CaughtUp();
          }
        }
        case PageAnswer.NotFound(String whatToDo) -> {
          if (met == null) {
            return new Failed(whatToDo);
          }
          lost(run, met);
          return new CaughtUp();
        }
        case PageAnswer.Endless(String reason) -> {
          end(run, clock.instant(), null);
          return Failed.endless(reason);
        }
        case PageAnswer.TimeIsUp _ -> {
          return new CaughtUp();
        }
        case PageAnswer.Unavailable(String whatToDo) -> {
          return new Failed(whatToDo);
        }
      }
    }
    return new CaughtUp();
  }

  /// The entry to go on from is gone: it has expired, and with it all older ones; or it was
  /// deleted, and the comparison begins anew.
  private void lost(FeedRun run, Comparison met) {
    @Nullable Instant oldest = met.oldest();
    if (oldest != null && oldest.isAfter(RetainedEntries.since(clock.instant()))) {
      run.move(run.walk().position().comparing(null, null));
    } else {
      end(run, met.beganAt(), met.missing());
    }
  }

  /// An end without an entry is requested once more.
  private static boolean isSurprise(Page<AuditEntry> page, FeedRun run) {
    return page.items().isEmpty()
        && page.next().isEmpty()
        && run.walk().position().watermark() != null;
  }

  /// Whether it was the last page.
  private boolean take(FeedRun run, @Nullable Comparison met, PageAnswer.Shown shown) {
    Instant now = clock.instant();
    ComparedPage compared = ComparedPage.of(met, shown.page(), now);
    @Nullable Long missing =
        compared.missing(retained.between(run.feed(), compared.after(), compared.notAfter()));
    Optional<String> next = shown.page().next().map(cursor -> cursor.value());
    Optional<Comparison> on =
        next.filter(_ -> met == null || !Circles.leadsBack(met.trail(), shown.page()))
            .map(cursor -> compared.next(cursor, missing));
    run.compare(shown, on, now, sizes.write());
    if (on.isPresent()) {
      return false;
    }
    end(run, compared.beganAt(), next.isPresent() ? null : missing);
    return true;
  }

  /// What came late must be written, and so be known, before it can be learned from.
  private void end(FeedRun run, Instant beganAt, @Nullable Long missing) {
    run.finish(clock.instant());
    if (missing != null) {
      run.count(FeedCounter.VANISHED, missing);
    }
    FeedPosition position = run.walk().position();
    run.move(position.overlapping(position.overlap().learned()).comparing(beganAt, null));
  }
}
