package io.schemamemory.normalize;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;

/// The clock everything else is given.
@Factory
class Time {
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }
}
