package io.schemamemory.health;

import io.schemamemory.data.health.HealthQueries;
import io.schemamemory.data.health.HealthQueries.PendingCount;
import io.schemamemory.data.health.HealthQueries.QuarantineCount;
import io.schemamemory.data.health.HealthQueries.UnfinishedRuns;
import io.schemamemory.data.runs.RequestBudget;
import io.schemamemory.health.Finding.Fail;
import io.schemamemory.health.Finding.Ok;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/// Checks what the database contains, each check in a transaction of its own.
public final class MemoryCheck {
  /// The normalizer runs every minute, and retries within some.
  private static final Duration PENDING = Duration.ofMinutes(15);

  /// Reading a large audit log takes hundreds of requests; with fewer left, checks would disturb
  /// it.
  private static final int FEW_REQUESTS = 30;

  private final HealthReport report;
  private final DatabaseProbe probe;

  public MemoryCheck(HealthReport report, DatabaseProbe probe) {
    this.report = report;
    this.probe = probe;
  }

  /// Checks what the poller's rights allow.
  ///
  /// @param organizations whose request budgets to check
  public void check(Collection<String> organizations) {
    report.check("months ahead", () -> MonthFindings.of(query(HealthQueries::months)));
    report.check("feeds", () -> FeedFindings.of(query(HealthQueries::feeds)));
    report.check("quarantine", () -> quarantine(query(HealthQueries::quarantine)));
    report.check("killed runs", () -> killed(query(HealthQueries::unfinishedRuns)));
    for (String organization : organizations) {
      report.check(
          "request budget of " + organization,
          () -> budget(probe.run(c -> new RequestBudget(c).left(organization))));
    }
  }

  /// Checks what needs the owner's rights.
  public void checkAsOwner() {
    report.check("pending deliveries", () -> pending(query(HealthQueries::pending)));
  }

  /// One query.
  @FunctionalInterface
  private interface Query<T> {
    T of(HealthQueries queries) throws SQLException;
  }

  private <T> T query(Query<T> query) throws SQLException {
    return probe.run(connection -> query.of(new HealthQueries(connection)));
  }

  private static Finding budget(int left) {
    String requests = left + " of " + RequestBudget.PER_MINUTE + " requests are left this minute";
    return left < FEW_REQUESTS
        ? new Fail(
            requests + ": wait a minute; if it persists, find out what calls PlanetScale so often")
        : new Ok(requests);
  }

  private static Finding quarantine(List<QuarantineCount> kinds) {
    return kinds.isEmpty()
        ? new Ok("it is empty")
        : new Fail(
            kinds.stream().map(MemoryCheck::described).collect(Collectors.joining("; "))
                + ". The reasons are in memory.quarantine");
  }

  private static String described(QuarantineCount count) {
    boolean deliveries = count.kind().equals("delivery");
    return "%d %s since %s: once a release can read them, invoke %s with {\"command\":\"replay\",\"quarantined\":true}"
        .formatted(
            count.number(),
            deliveries ? "deliveries" : "audit entries",
            count.since(),
            deliveries ? "normalize-deliveries" : "poll-audit-log");
  }

  private static Finding killed(List<UnfinishedRuns> functions) {
    return functions.isEmpty()
        ? new Ok("none in the last day")
        : new Fail(
            functions.stream().map(MemoryCheck::described).collect(Collectors.joining(", "))
                + ": nothing is lost; look in the function's log for a timeout or too little memory");
  }

  private static String described(UnfinishedRuns runs) {
    return "%d of %s in the last day, the latest started at %s"
        .formatted(runs.number(), runs.function(), runs.latest());
  }

  private static Finding pending(PendingCount pending) {
    return pending.longest().compareTo(PENDING) > 0
        ? new Fail(
            "%d pending, the oldest for %d minutes: check that normalize-deliveries is invoked every minute, and look in its log for failures"
                .formatted(pending.number(), pending.longest().toMinutes()))
        : new Ok(pending.number() + " pending, none for long");
  }
}
