package io.schemamemory.normalize;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;

/// What everything else is given: time, and how much to do at once.
@Factory
class Surroundings {
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }

  @Singleton
  Stride stride() {
    return Stride.USUAL;
  }
}
