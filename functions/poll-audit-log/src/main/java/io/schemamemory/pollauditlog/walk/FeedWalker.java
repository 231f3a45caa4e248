package io.schemamemory.pollauditlog.walk;

import io.schemamemory.data.audit.FeedPosition;
import io.schemamemory.job.Deadline;
import io.schemamemory.job.HeldLease;
import io.schemamemory.planetscale.api.ApiResult;
import io.schemamemory.planetscale.api.ApiResult.Ok;
import io.schemamemory.planetscale.api.ApiResult.Refusal;
import io.schemamemory.planetscale.api.ApiResult.Refused;
import io.schemamemory.planetscale.api.ApiResult.Throttled;
import io.schemamemory.planetscale.api.ApiResult.Unanswered;
import io.schemamemory.planetscale.api.OrganizationApi;
import io.schemamemory.planetscale.api.PageRequest;
import io.schemamemory.planetscale.api.resource.AuditEntry;
import io.schemamemory.planetscale.api.resource.Cursor;
import io.schemamemory.planetscale.api.resource.Page;
import io.schemamemory.pollauditlog.walk.WalkResult.CaughtUp;
import io.schemamemory.pollauditlog.walk.WalkResult.Failed;
import io.schemamemory.pollauditlog.walk.WalkResult.Interrupted;
import io.schemamemory.pollauditlog.walk.WalkState.UnderWay;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Walks one feed from its newest entry to what is known, page by page, while there is time.
@Singleton
class FeedWalker {
  private static final Duration LONGEST_REQUEST = Duration.ofSeconds(90);

  /// The lease then still lasts longer than a request; a page takes milliseconds.
  private static final Duration RENEWED_AFTER = Duration.ofSeconds(10);

  private final Clock clock;
  private final WalkSizes sizes;

  FeedWalker(Clock clock, WalkSizes sizes) {
    this.clock = clock;
    this.sizes = sizes;
  }

  /// Everything that was read is written when this returns. When it throws, what was being written
  /// is counted.
  WalkResult walk(FeedRun run, HeldLease lease, OrganizationApi api, Deadline deadline) {
    try {
      WalkResult result = pages(run, lease, api, deadline);
      run.finish(clock.instant());
      return result;
    } catch (RuntimeException failure) {
      try {
        run.awaitWrite(clock.instant());
      } catch (RuntimeException second) {
        failure.addSuppressed(second);
      }
      throw failure;
    }
  }

  private WalkResult pages(FeedRun run, HeldLease lease, OrganizationApi api, Deadline deadline) {
    Instant renewed = clock.instant();
    while (run.walk() instanceof UnderWay walk) {
      if (!deadline.allowsMore()) {
        return outOfTime(run);
      }
      renewed = renew(lease, run, renewed);
      switch (request(api, walk, deadline)) {
        case Ok<Page<AuditEntry>>(Page<AuditEntry> page) -> take(run, walk, page);
        case Refused<Page<AuditEntry>>(Refusal refusal, String whatToDo) -> {
          Optional<WalkStep> back =
              refusal == Refusal.NOT_FOUND ? WalkStep.startOver(walk) : Optional.empty();
          if (back.isEmpty()) {
            return new Failed(whatToDo);
          }
          run.take(back.get());
        }
        case Throttled<Page<AuditEntry>> _ -> {
          return new Failed(
              "PlanetScale is asked too often; nothing is lost, the next run goes on");
        }
        case Unanswered<Page<AuditEntry>>(String reason) -> {
          return new Failed(reason + "; nothing is lost, the next run goes on");
        }
      }
    }
    return new CaughtUp();
  }

  private void take(FeedRun run, UnderWay walk, Page<AuditEntry> page) {
    Instant now = clock.instant();
    run.take(page, WalkStep.of(walk, page, now), now, sizes.write());
  }

  private static WalkResult outOfTime(FeedRun run) {
    return run.counts().count(FeedCounter.PAGES) == 0
        ? new Failed("there was no time to read a page; the next run tries again")
        : new Interrupted();
  }

  private ApiResult<Page<AuditEntry>> request(
      OrganizationApi api, UnderWay walk, Deadline deadline) {
    FeedPosition.@Nullable Walk met = walk.position().walk();
    @Nullable Cursor cursor = met == null ? null : new Cursor(met.cursor());
    Instant now = clock.instant();
    Instant end = now.plus(deadline.left());
    Instant latest = now.plus(LONGEST_REQUEST);
    return api.auditLog(new PageRequest(cursor, sizes.page()), end.isBefore(latest) ? end : latest);
  }

  private Instant renew(HeldLease lease, FeedRun run, Instant renewed) {
    Instant now = clock.instant();
    if (now.isBefore(renewed.plus(RENEWED_AFTER))) {
      return renewed;
    }
    // A write locks the lease's row until it ends: renewing meanwhile would only wait, and time
    // out.
    run.awaitWrite(now);
    lease.renew();
    return now;
  }
}
