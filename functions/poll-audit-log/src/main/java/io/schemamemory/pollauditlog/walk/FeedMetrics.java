package io.schemamemory.pollauditlog.walk;

import io.schemamemory.data.audit.Feed;
import io.schemamemory.job.Metrics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Writes what a run did to a feed, and how far behind the feed is, as metrics.
public final class FeedMetrics {
  /// How long ago the last walk that has ended began.
  static final String SECONDS_BEHIND = "AuditSecondsBehind";

  private final Optional<Metrics> metrics;
  private final Clock clock;

  /// @param metrics where they go; nowhere if empty
  public FeedMetrics(Optional<Metrics> metrics, Clock clock) {
    this.metrics = metrics;
    this.clock = clock;
  }

  void print(Feed feed, FeedRun run) {
    metrics.ifPresent(
        to -> to.print(clock.instant(), "Organization", feed.organization(), numbers(run)));
  }

  /// Before a first walk has ended, how far behind a feed is remains unknown.
  private Map<String, Long> numbers(FeedRun run) {
    Map<String, Long> numbers = new LinkedHashMap<>();
    for (FeedCounter counter : FeedCounter.values()) {
      numbers.put(counter.metric(), run.counts().count(counter));
    }
    @Nullable Instant caughtUpAt = run.saved().caughtUpAt();
    if (caughtUpAt != null) {
      numbers.put(SECONDS_BEHIND, Duration.between(caughtUpAt, clock.instant()).toSeconds());
    }
    return numbers;
  }
}
