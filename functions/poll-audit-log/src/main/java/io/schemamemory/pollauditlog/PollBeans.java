package io.schemamemory.pollauditlog;

import io.micronaut.context.annotation.Factory;
import io.schemamemory.job.Metrics;
import io.schemamemory.pollauditlog.keyset.UnwrappedKeys;
import io.schemamemory.pollauditlog.walk.FeedMetrics;
import io.schemamemory.pollauditlog.walk.WalkSizes;
import io.schemamemory.sealing.Sealer;
import io.schemamemory.sealing.SearchHasher;
import io.schemamemory.settings.Environment;
import jakarta.inject.Singleton;
import java.time.Clock;

/// What the poller alone is given: batch sizes, metrics and keys.
@Factory
class PollBeans {
  @Singleton
  WalkSizes sizes() {
    return WalkSizes.USUAL;
  }

  @Singleton
  FeedMetrics metrics(Clock clock) {
    return new FeedMetrics(Metrics.of(Environment.ofProcess()), clock);
  }

  @Singleton
  Sealer sealer(UnwrappedKeys keys) {
    return keys.sealer();
  }

  @Singleton
  SearchHasher hasher(UnwrappedKeys keys) {
    return keys.hasher();
  }
}
