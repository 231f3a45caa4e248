package io.schemamemory.pollauditlog.walk;

import io.schemamemory.job.Counts;
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

  /// Not by organization: each would cost as many metrics again, and no alarm asks for it. The log
  /// line of a feed names it.
  void print(FeedRun run) {
    Map<String, Long> numbers = numbers(run.counts());
    // Before a first walk has ended, how far behind a feed is remains unknown.
    @Nullable Instant caughtUpAt = run.saved().caughtUpAt();
    if (caughtUpAt != null) {
      numbers.put(SECONDS_BEHIND, Duration.between(caughtUpAt, clock.instant()).toSeconds());
    }
    print(numbers);
  }

  /// What there is to say of a feed that was not walked.
  void print(Counts<FeedCounter> counts) {
    print(numbers(counts));
  }

  private void print(Map<String, Long> numbers) {
    metrics.ifPresent(to -> to.print(clock.instant(), numbers));
  }

  private static Map<String, Long> numbers(Counts<FeedCounter> counts) {
    Map<String, Long> numbers = new LinkedHashMap<>();
    for (FeedCounter counter : FeedCounter.values()) {
      numbers.put(counter.metric(), counts.count(counter));
    }
    return numbers;
  }
}
