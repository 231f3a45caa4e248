package io.schemamemory.health;

import io.schemamemory.data.health.HealthQueries;
import io.schemamemory.data.health.HealthQueries.FeedLag;
import io.schemamemory.data.health.HealthQueries.Killed;
import io.schemamemory.data.health.HealthQueries.MonthsAhead;
import io.schemamemory.data.health.HealthQueries.Pending;
import io.schemamemory.data.health.HealthQueries.Quarantined;
import io.schemamemory.data.runs.RequestBudget;
import io.schemamemory.health.Finding.Mend;
import io.schemamemory.health.Finding.Ok;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/// Looks at what the database keeps; each look is a transaction of its own.
public final class MemoryCheck {
  /// What apply-retention may miss without anybody waiting for a month.
  private static final int MONTHS_AHEAD = 2;

  /// What the alarm for a feed waits.
  private static final Duration BEHIND = Duration.ofHours(6);

  /// PlanetScale's pages disagree; this is the least they say an audit entry is kept.
  private static final Duration RETENTION = Duration.ofDays(15);

  /// The normalizer comes every minute, and tries again after some.
  private static final Duration WAITING = Duration.ofMinutes(15);

  /// A walk of a large audit log takes hundreds; then this is no time to look.
  private static final int FEW_REQUESTS = 30;

  private final HealthReport diagnosis;
  private final DatabaseProbe asking;

  /// @param asking how the database is asked
  public MemoryCheck(HealthReport diagnosis, DatabaseProbe asking) {
    this.diagnosis = diagnosis;
    this.asking = asking;
  }

  /// Looks at what the poller's rights are enough for.
  ///
  /// @param organizations whose request budgets to look at
  public void examine(Collection<String> organizations) {
    diagnosis.look("months ahead", () -> months(ask(HealthQueries::months)));
    diagnosis.look("feeds", () -> feeds(ask(HealthQueries::feeds)));
    diagnosis.look("quarantine", () -> resting(ask(HealthQueries::quarantined)));
    diagnosis.look("killed runs", () -> killed(ask(HealthQueries::killed)));
    for (String organization : organizations) {
      diagnosis.look(
          "request budget of " + organization,
          () -> budget(asking.ask(c -> new RequestBudget(c).left(organization))));
    }
  }

  /// Looks at what needs the owner's rights.
  public void examineAsOwner() {
    diagnosis.look("pending deliveries", () -> waiting(ask(HealthQueries::pending)));
  }

  /// One question to the database.
  @FunctionalInterface
  private interface Question<T> {
    T to(HealthQueries condition) throws SQLException;
  }

  private <T> T ask(Question<T> question) throws SQLException {
    return asking.ask(connection -> question.to(new HealthQueries(connection)));
  }

  private static Finding budget(int left) {
    String told = left + " of " + RequestBudget.PER_MINUTE + " requests are left this minute";
    return left < FEW_REQUESTS
        ? new Mend(told + ": wait a minute, and if it stays so see who asks PlanetScale so often")
        : new Ok(told);
  }

  private static Finding months(List<MonthsAhead> tables) {
    List<MonthsAhead> wanting =
        tables.stream().filter(one -> !one.current() || one.ahead() < MONTHS_AHEAD).toList();
    if (tables.isEmpty()) {
      return new Mend("no table has months: run migrate-schema");
    }
    return wanting.isEmpty()
        ? new Ok(told(tables))
        : new Mend(
            told(wanting)
                + ": there should be this month and at least "
                + MONTHS_AHEAD
                + " after it; invoke apply-retention, and see in its log why it does not make them");
  }

  private static String told(List<MonthsAhead> tables) {
    return tables.stream()
        .map(
            one ->
                one.table() + " has " + (one.current() ? "" : "not this month, but ") + one.ahead())
        .collect(Collectors.joining(", "));
  }

  private static Finding feeds(List<FeedLag> feeds) {
    List<String> late = feeds.stream().filter(MemoryCheck::isLate).map(MemoryCheck::told).toList();
    if (feeds.isEmpty()) {
      return new Mend(
          "there is none: invoke poll-audit-log, which makes the one of PLANETSCALE_ORGANIZATION");
    }
    return late.isEmpty()
        ? new Ok(String.join(", ", feeds.stream().map(MemoryCheck::told).toList()))
        : new Mend(
            String.join(", ", late)
                + ": PlanetScale keeps entries for as little as "
                + RETENTION.toDays()
                + " days, and what is not read by then is lost; the log of poll-audit-log says why it is not");
  }

  private static boolean isLate(FeedLag feed) {
    return feed.behind().map(behind -> behind.compareTo(BEHIND) > 0).orElse(!feed.walking());
  }

  private static String told(FeedLag feed) {
    return feed.organization()
        + feed.behind()
            .map(behind -> " was read whole " + ago(behind))
            .orElse(feed.walking() ? " is being read for the first time" : " was never read");
  }

  private static Finding resting(List<Quarantined> kinds) {
    return kinds.isEmpty()
        ? new Ok("nothing rests there")
        : new Mend(
            kinds.stream().map(MemoryCheck::told).collect(Collectors.joining("; "))
                + ". The reasons stand in memory.quarantine");
  }

  private static String told(Quarantined kind) {
    return kind.kind().equals("delivery")
        ? "%d deliveries rest there, the first since %s: with a release that can read them invoke normalize-deliveries with {\"command\":\"replay\",\"quarantined\":true}"
            .formatted(kind.number(), kind.since())
        : "%d audit entries rest there, the first since %s: with a release that can read them invoke poll-audit-log with {\"command\":\"replay\",\"quarantined\":true}"
            .formatted(kind.number(), kind.since());
  }

  private static Finding killed(List<Killed> functions) {
    return functions.isEmpty()
        ? new Ok("none in the last day")
        : new Mend(
            functions.stream().map(MemoryCheck::told).collect(Collectors.joining(", "))
                + ": nothing is lost, but look in the function's log for a timeout or too little memory");
  }

  private static String told(Killed killed) {
    return "%d of %s have had no end in the last day, the latest began at %s"
        .formatted(killed.number(), killed.function(), killed.latest());
  }

  private static Finding waiting(Pending waiting) {
    return waiting.longest().compareTo(WAITING) > 0
        ? new Mend(
            waiting.number()
                + " wait to be normalized, the first since "
                + waiting.longest().toMinutes()
                + " minutes: see whether normalize-deliveries is invoked every minute, and in its log why it does not take them")
        : new Ok(waiting.number() + " wait, none for long");
  }

  private static String ago(Duration time) {
    return time.compareTo(Duration.ofHours(2)) < 0
        ? time.toMinutes() + " minutes ago"
        : time.toHours() + " hours ago";
  }
}
