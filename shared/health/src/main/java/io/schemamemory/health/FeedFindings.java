package io.schemamemory.health;

import io.schemamemory.data.health.HealthQueries.FeedLag;
import io.schemamemory.health.Finding.Fail;
import io.schemamemory.health.Finding.Ok;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/// Whether the audit logs are read in time.
final class FeedFindings {
  /// The alarm for a feed uses the same.
  private static final Duration BEHIND = Duration.ofHours(6);

  /// PlanetScale's pages disagree; this is the shortest retention of an audit entry they name.
  private static final Duration RETENTION = Duration.ofDays(15);

  private FeedFindings() {}

  static Finding of(List<FeedLag> feeds) {
    if (feeds.isEmpty()) {
      return new Fail(
          "there is none: invoke poll-audit-log, which makes the one of PLANETSCALE_ORGANIZATION");
    }
    List<FeedLag> late = feeds.stream().filter(FeedFindings::isLate).toList();
    return late.isEmpty()
        ? new Ok(described(feeds))
        : new Fail(
            described(late)
                + ": PlanetScale keeps entries for as little as "
                + RETENTION.toDays()
                + " days, and entries not read by then are lost; see the log of poll-audit-log");
  }

  private static boolean isLate(FeedLag feed) {
    return feed.behind().map(behind -> behind.compareTo(BEHIND) > 0).orElse(!feed.walking());
  }

  private static String described(List<FeedLag> feeds) {
    return feeds.stream().map(FeedFindings::described).collect(Collectors.joining(", "));
  }

  private static String described(FeedLag feed) {
    return feed.organization()
        + feed.behind()
            .map(behind -> " was read completely " + ago(behind))
            .orElse(feed.walking() ? " is being read for the first time" : " was never read");
  }

  private static String ago(Duration time) {
    return time.compareTo(Duration.ofHours(2)) < 0
        ? time.toMinutes() + " minutes ago"
        : time.toHours() + " hours ago";
  }
}
