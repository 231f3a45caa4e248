package io.schemamemory.normalize;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.schemamemory.testkit.FixedTime;
import jakarta.inject.Singleton;
import java.time.Clock;

/// The clock of every test.
@Factory
class StandingTime {
  @Singleton
  @Replaces(value = Clock.class, factory = Time.class)
  Clock clock() {
    return FixedTime.CLOCK;
  }
}
