package io.schemamemory.pollauditlog;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import io.micronaut.transaction.TransactionOperations;
import io.schemamemory.data.audit.Feed;
import io.schemamemory.data.audit.FeedPosition;
import io.schemamemory.data.audit.FeedPositions;
import io.schemamemory.data.audit.Feeds;
import io.schemamemory.data.connection.SqlState;
import io.schemamemory.data.runs.Lease;
import io.schemamemory.data.runs.RequestBudget;
import io.schemamemory.job.Deadline;
import io.schemamemory.job.JobLeases;
import io.schemamemory.job.LeaseLostException;
import io.schemamemory.planetscale.api.OrganizationApi;
import io.schemamemory.planetscale.api.PlanetScaleClient;
import io.schemamemory.planetscale.api.ServiceToken;
import io.schemamemory.pollauditlog.answer.PollCounts;
import io.schemamemory.pollauditlog.ledger.EntryReader;
import io.schemamemory.pollauditlog.ledger.LedgerWriter;
import io.schemamemory.pollauditlog.walk.FeedNumbers;
import io.schemamemory.pollauditlog.walk.FeedPoller;
import io.schemamemory.pollauditlog.walk.FeedRun;
import io.schemamemory.pollauditlog.walk.Gauges;
import io.schemamemory.pollauditlog.walk.WalkResult;
import io.schemamemory.pollauditlog.walk.WalkResult.AlreadyRunning;
import io.schemamemory.pollauditlog.walk.WalkResult.CaughtUp;
import io.schemamemory.pollauditlog.walk.WalkResult.Failed;
import io.schemamemory.pollauditlog.walk.WalkResult.Interrupted;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Polls every feed, one after the other; one that fails does not stop the others.
@Singleton
class AuditLogPoller {
  private final TransactionOperations<Connection> transactions;
  private final PollSettings settings;
  private final PlanetScaleClient planetScale;
  private final JobLeases leases;
  private final FeedPoller feedPoller;
  private final EntryReader reader;
  private final LedgerWriter writer;
  private final Gauges gauges;

  AuditLogPoller(
      TransactionOperations<Connection> transactions,
      PollSettings settings,
      PlanetScaleClient planetScale,
      JobLeases leases,
      FeedPoller feedPoller,
      EntryReader reader,
      LedgerWriter writer,
      Gauges gauges) {
    this.transactions = transactions;
    this.settings = settings;
    this.planetScale = planetScale;
    this.leases = leases;
    this.feedPoller = feedPoller;
    this.reader = reader;
    this.writer = writer;
    this.gauges = gauges;
  }

  PollReport run(Deadline deadline, LambdaLogger logger) {
    PollCounts tally = PollCounts.NONE;
    List<String> failures = new ArrayList<>();
    for (Feed feed : feeds()) {
      Polled polled = poll(feed, deadline);
      tally = tally.plus(polled.tally());
      logger.log("polled feed=" + feed.organization() + " " + polled, LogLevel.INFO);
      if (polled.ending() instanceof Failed(String whatToDo)) {
        String failure = feed.organization() + ": " + whatToDo;
        logger.log("poll failed feed=" + failure, LogLevel.ERROR);
        failures.add(failure);
      }
    }
    return new PollReport(tally, failures);
  }

  private List<Feed> feeds() {
    return transactions.executeWrite(
        status -> {
          Feeds feeds = new Feeds(status.getConnection());
          if (settings.organization().isPresent()) {
            feeds.ensure(settings.organization().get());
          }
          return feeds.read();
        });
  }

  private Polled poll(Feed feed, Deadline deadline) {
    @Nullable ServiceToken token = settings.tokens().get(feed.organization());
    if (token == null) {
      return new Polled(
          new Failed("it has no service token: add one to PLANETSCALE_SERVICE_TOKENS"),
          FeedNumbers.NONE);
    }
    Optional<Lease> lease = leases.take("poll-audit-log/" + feed.organization(), deadline);
    if (lease.isEmpty()) {
      return new Polled(new AlreadyRunning(), FeedNumbers.NONE);
    }
    FeedPosition position =
        transactions.executeRead(s -> new FeedPositions(s.getConnection()).read(feed));
    try (FeedRun run = new FeedRun(feed, lease.get(), position, reader, writer)) {
      WalkResult ending = poll(lease.get(), run, api(feed, token), deadline);
      gauges.tell(feed, run);
      return new Polled(ending, run.numbers());
    }
  }

  private WalkResult poll(Lease lease, FeedRun run, OrganizationApi api, Deadline deadline) {
    try {
      WalkResult ending = feedPoller.poll(lease, run, api, deadline);
      leases.release(lease);
      return ending;
    } catch (LeaseLostException lost) {
      return new Failed(lost.getMessage() + ", and goes on; this one took too long");
    } catch (Exception failure) {
      // Any: a transaction throws the driver's checked exceptions undeclared. The lease lapses.
      return new Failed(
          "its entries were not written: "
              + failure.getClass().getSimpleName()
              + " SQLSTATE="
              + SqlState.of(failure)
              + "; nothing is lost, the next run tries again");
    }
  }

  private OrganizationApi api(Feed feed, ServiceToken token) {
    return planetScale.organization(
        feed.organization(),
        token,
        () ->
            transactions.executeWrite(
                s -> new RequestBudget(s.getConnection()).take(feed.organization())));
  }

  /// How a feed ended, and what was done until then.
  private record Polled(WalkResult ending, FeedNumbers numbers) {
    PollCounts tally() {
      return switch (ending) {
        case CaughtUp _ -> tally(1, 0, 0, 0);
        case AlreadyRunning _ -> tally(0, 1, 0, 0);
        case Interrupted _ -> tally(0, 0, 1, 0);
        case Failed _ -> tally(0, 0, 0, 1);
      };
    }

    private PollCounts tally(int feeds, int held, int unfinished, int failed) {
      return new PollCounts(
          feeds,
          held,
          unfinished,
          failed,
          numbers.pages(),
          numbers.entries(),
          numbers.quarantined());
    }

    @Override
    public String toString() {
      return ending.getClass().getSimpleName() + " " + numbers;
    }
  }
}
