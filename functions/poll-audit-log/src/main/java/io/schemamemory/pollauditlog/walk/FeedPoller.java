package io.schemamemory.pollauditlog.walk;

import io.schemamemory.data.audit.FeedPosition;
import io.schemamemory.data.runs.Lease;
import io.schemamemory.job.Deadline;
import io.schemamemory.job.JobLeases;
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
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Walks one feed from its newest entry to what is known, page by page, while there is time.
@Singleton
public class FeedPoller {
  private static final Duration LONGEST_QUESTION = Duration.ofSeconds(90);

  /// What is left of a lease then is still longer than a question; a page takes milliseconds.
  private static final Duration RENEWED_AFTER = Duration.ofSeconds(10);

  private final JobLeases leases;
  private final Clock clock;
  private final WalkSizes stride;

  FeedPoller(JobLeases leases, Clock clock, WalkSizes stride) {
    this.leases = leases;
    this.clock = clock;
    this.stride = stride;
  }

  /// Whatever was read is written, however this ends but by an exception: then what is being
  /// written is waited for, and counted.
  public WalkResult poll(Lease lease, FeedRun run, OrganizationApi api, Deadline deadline) {
    try {
      return walk(lease, run, api, deadline);
    } catch (Exception failure) {
      // Any: a transaction throws the driver's checked exceptions undeclared.
      try {
        run.settle(clock.instant());
      } catch (Exception second) {
        failure.addSuppressed(second);
      }
      throw failure;
    }
  }

  private WalkResult walk(Lease lease, FeedRun run, OrganizationApi api, Deadline deadline) {
    Instant renewed = clock.instant();
    while (deadline.allowsMore()) {
      renewed = renew(lease, run, renewed);
      Optional<WalkResult> ending = take(run, ask(api, run, deadline));
      if (ending.isPresent()) {
        run.finish(clock.instant());
        return ending.get();
      }
    }
    run.finish(clock.instant());
    return run.numbers().pages() == 0
        ? new Failed("there was no time to read a page; the next run tries again")
        : new Interrupted();
  }

  private Optional<WalkResult> take(FeedRun run, ApiResult<Page<AuditEntry>> answer) {
    return switch (answer) {
      case Ok<Page<AuditEntry>>(Page<AuditEntry> page) ->
          run.take(page, clock.instant(), stride.write())
              ? Optional.of(new CaughtUp())
              : Optional.empty();
      // The first page tells whether the cursor has expired or an access is missing.
      case Refused<Page<AuditEntry>>(Refusal refusal, String whatToDo) ->
          refusal == Refusal.NOT_FOUND && run.startOver() ? Optional.empty() : failed(whatToDo);
      case Throttled<Page<AuditEntry>> _ ->
          failed("PlanetScale is asked too often; nothing is lost, the next run goes on");
      case Unanswered<Page<AuditEntry>>(String reason) ->
          failed(reason + "; nothing is lost, the next run goes on");
    };
  }

  private static Optional<WalkResult> failed(String whatToDo) {
    return Optional.of(new Failed(whatToDo));
  }

  private ApiResult<Page<AuditEntry>> ask(OrganizationApi api, FeedRun run, Deadline deadline) {
    FeedPosition.@Nullable Walk walk = run.position().walk();
    @Nullable Cursor cursor = walk == null ? null : new Cursor(walk.cursor());
    Instant now = clock.instant();
    Instant end = now.plus(deadline.left());
    Instant latest = now.plus(LONGEST_QUESTION);
    return api.auditLog(
        new PageRequest(cursor, stride.page()), end.isBefore(latest) ? end : latest);
  }

  private Instant renew(Lease lease, FeedRun run, Instant renewed) {
    Instant now = clock.instant();
    if (now.isBefore(renewed.plus(RENEWED_AFTER))) {
      return renewed;
    }
    // A write holds the lease's row to its end: a slow one would be waited for in vain.
    run.settle(now);
    leases.renew(lease);
    return now;
  }
}
