package io.schemamemory.normalize;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.schemamemory.testkit.FixedTime;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicReference;

/// A time that stands still, and batches of a test's own size.
@Factory
class Rehearsal {
  static final AtomicReference<Stride> STRIDE = new AtomicReference<>(Stride.USUAL);

  @Singleton
  @Replaces(value = Clock.class, factory = Surroundings.class)
  Clock clock() {
    return FixedTime.CLOCK;
  }

  @Singleton
  @Replaces(value = Stride.class, factory = Surroundings.class)
  Stride stride() {
    return STRIDE.get();
  }
}
