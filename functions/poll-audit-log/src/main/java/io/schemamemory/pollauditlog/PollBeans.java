package io.schemamemory.pollauditlog;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Prototype;
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

  /// Of the keyset as it is at this invocation; so is what it is given to.
  @Prototype
  Sealer sealer(UnwrappedKeys keys) {
    return keys.sealer();
  }

  /// As above.
  @Prototype
  SearchHasher hasher(UnwrappedKeys keys) {
    return keys.hasher();
  }
}
