package io.schemamemory.job;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;

/// What every scheduled function is given: the time.
@Factory
public class JobBeans {
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }
}
