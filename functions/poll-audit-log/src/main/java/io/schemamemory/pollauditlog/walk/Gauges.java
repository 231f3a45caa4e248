package io.schemamemory.pollauditlog.walk;

import io.schemamemory.data.audit.Feed;
import io.schemamemory.pollauditlog.PollSettings;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes what a run did to a feed, and how far behind the feed is, where CloudWatch reads it.
@Singleton
public class Gauges {
  /// How long ago the last walk that has ended began.
  static final String SECONDS_BEHIND = "AuditSecondsBehind";

  private final PollSettings settings;
  private final Clock clock;

  Gauges(PollSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  public void tell(Feed feed, FeedRun run) {
    settings
        .metrics()
        .ifPresent(
            metrics ->
                metrics.print(clock.instant(), "Organization", feed.organization(), numbers(run)));
  }

  /// Before a first walk has ended nothing is known of how far behind it is.
  private Map<String, Long> numbers(FeedRun run) {
    Map<String, Long> numbers = run.numbers().metrics();
    @Nullable Instant caughtUpAt = run.saved().caughtUpAt();
    if (caughtUpAt != null) {
      numbers.put(SECONDS_BEHIND, Duration.between(caughtUpAt, clock.instant()).toSeconds());
    }
    return numbers;
  }
}
