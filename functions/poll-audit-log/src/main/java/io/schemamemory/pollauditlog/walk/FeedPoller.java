package io.schemamemory.pollauditlog.walk;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import io.micronaut.context.annotation.Prototype;
import io.schemamemory.data.audit.Feed;
import io.schemamemory.data.audit.FeedPosition;
import io.schemamemory.data.audit.FeedPositions;
import io.schemamemory.job.Counts;
import io.schemamemory.job.Deadline;
import io.schemamemory.job.Failure;
import io.schemamemory.job.HeldLease;
import io.schemamemory.job.JobLeases;
import io.schemamemory.job.LeaseLostException;
import io.schemamemory.job.Transactions;
import io.schemamemory.organizations.Organizations;
import io.schemamemory.planetscale.api.OrganizationApi;
import io.schemamemory.pollauditlog.ledger.EntryReader;
import io.schemamemory.pollauditlog.ledger.LedgerWriter;
import io.schemamemory.pollauditlog.pages.LogPages;
import io.schemamemory.pollauditlog.walk.WalkResult.AlreadyRunning;
import io.schemamemory.pollauditlog.walk.WalkResult.CaughtUp;
import io.schemamemory.pollauditlog.walk.WalkResult.Emptied;
import io.schemamemory.pollauditlog.walk.WalkResult.Failed;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/// Polls one feed, unless another run does.
@Prototype
class FeedPoller {
  private final Transactions transactions;
  private final Organizations organizations;
  private final JobLeases leases;
  private final FeedWalker walker;
  private final FeedComparer comparer;
  private final Clock clock;
  private final WalkSizes sizes;
  private final EntryReader reader;
  private final LedgerWriter writer;
  private final FeedMetrics metrics;

  FeedPoller(
      Transactions transactions,
      Organizations organizations,
      JobLeases leases,
      FeedWalker walker,
      FeedComparer comparer,
      Clock clock,
      WalkSizes sizes,
      EntryReader reader,
      LedgerWriter writer,
      FeedMetrics metrics) {
    this.transactions = transactions;
    this.organizations = organizations;
    this.leases = leases;
    this.walker = walker;
    this.comparer = comparer;
    this.clock = clock;
    this.sizes = sizes;
    this.reader = reader;
    this.writer = writer;
    this.metrics = metrics;
  }

  /// @param feedsLeft how many feeds the run has yet to poll, with this one
  PollReport poll(Feed feed, int feedsLeft, Deadline deadline, LambdaLogger logger) {
    Optional<OrganizationApi> api = organizations.find(feed.organization());
    if (api.isEmpty()) {
      String whatToDo = "it has no service token: add one to " + organizations.setting();
      Counts<FeedCounter> counts = Counts.of(FeedCounter.WITHOUT_TOKEN);
      metrics.print(counts);
      return report(feed, new Failed(whatToDo), counts, logger);
    }
    Optional<HeldLease> lease = leases.take("poll-audit-log/" + feed.organization(), deadline);
    if (lease.isEmpty()) {
      return report(feed, new AlreadyRunning(), FeedCounter.NONE, logger);
    }
    try (HeldLease held = lease.get();
        FeedRun run = begin(feed, held)) {
      WalkResult result = walk(run, held, new Api(api.get(), feedsLeft, deadline));
      metrics.print(run);
      if (!run.passedOver().isEmpty()) {
        logger.log(
            "skipped unreadable fields feed=%s fields=%s"
                .formatted(feed.organization(), run.passedOver()),
            LogLevel.WARN);
      }
      return report(feed, result, run.counts(), logger);
    }
  }

  private FeedRun begin(Feed feed, HeldLease held) {
    FeedPosition saved = transactions.read(connection -> new FeedPositions(connection).read(feed));
    return new FeedRun(feed, held.lease(), saved, clock.instant(), reader, writer);
  }

  /// An organization's API, and how long it may be called.
  private record Api(OrganizationApi api, int feedsLeft, Deadline deadline) {
    /// A comparison has the whole day: it leaves the others their share of the time.
    Api slow() {
      Duration others = deadline.left().dividedBy(feedsLeft).multipliedBy(feedsLeft - 1L);
      return new Api(
          api, feedsLeft, new Deadline(deadline.context(), deadline.reserve().plus(others)));
    }
  }

  private WalkResult walk(FeedRun run, HeldLease held, Api api) {
    try {
      return walkAndCompare(run, held, api);
    } catch (LeaseLostException lost) {
      return new Failed(lost.getMessage() + ", and goes on; this one took too long");
    } catch (RuntimeException failure) {
      return new Failed(
          "its entries were not written, "
              + Failure.cause(failure)
              + "; nothing is lost, the next run tries again");
    }
  }

  /// Everything that was read is written when this returns. When it throws, what was being written
  /// is counted.
  private WalkResult walkAndCompare(FeedRun run, HeldLease held, Api api) {
    Renewal renewal = new Renewal(held, run, clock);
    try {
      WalkResult result = walker.walk(run, pages(api, renewal));
      if (result instanceof CaughtUp && comparer.isDue(run.walk().position())) {
        result = comparer.compare(run, pages(api.slow(), renewal));
      }
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

  private LogPages pages(Api api, Renewal renewal) {
    return new LogPages(api.api(), api.deadline(), clock, sizes.page(), renewal);
  }

  private static PollReport report(
      Feed feed, WalkResult result, Counts<FeedCounter> counts, LambdaLogger logger) {
    return report(feed.organization(), result, counts, logger);
  }

  static PollReport report(
      String organization, WalkResult result, Counts<FeedCounter> counts, LambdaLogger logger) {
    logger.log(
        "polled feed=%s result=%s %s"
            .formatted(organization, result.getClass().getSimpleName(), counts),
        LogLevel.INFO);
    vanished(result, counts)
        .ifPresent(what -> logger.log("audit log of " + organization + ": " + what, LogLevel.WARN));
    PollReport report = PollReport.of(organization, result, counts);
    for (String failure : report.failures()) {
      logger.log("poll failed feed=" + failure, LogLevel.ERROR);
    }
    return report;
  }

  private static Optional<String> vanished(WalkResult result, Counts<FeedCounter> counts) {
    long number = counts.count(FeedCounter.VANISHED);
    if (number == 0) {
      return counts.count(FeedCounter.EMPTY) == 0
          ? Optional.empty()
          : Optional.of(
              "PlanetScale shows no entry any more; those the ledger has are older than it must"
                  + " keep");
    }
    return Optional.of(
        result instanceof Emptied
            ? "PlanetScale shows none of the %d entries that it should still keep: ask its support, and who may delete there; the ledger has them"
                .formatted(number)
            : "PlanetScale no longer shows %d entries that it should still keep: ask its support, and who may delete there; the ledger has them"
                .formatted(number));
  }
}
