package io.schemamemory.normalizedeliveries;

import io.micronaut.context.annotation.Factory;
import io.schemamemory.normalizedeliveries.batch.ClaimSize;
import jakarta.inject.Singleton;
import java.time.Clock;

/// What everything else is given: time, and how much to do at once.
@Factory
class NormalizeBeans {
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }

  @Singleton
  ClaimSize stride() {
    return ClaimSize.USUAL;
  }
}
