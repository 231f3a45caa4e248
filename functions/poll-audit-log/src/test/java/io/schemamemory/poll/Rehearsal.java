package io.schemamemory.poll;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.schemamemory.planetscale.api.Waiting;
import io.schemamemory.testkit.FixedTime;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/// A time that passes only when somebody waits, and pages of a test's own length.
@Factory
class Rehearsal {
  static final AtomicReference<Instant> NOW = new AtomicReference<>(FixedTime.NOW);
  static final AtomicReference<Stride> STRIDE = new AtomicReference<>(Stride.USUAL);

  @Singleton
  @Replaces(value = Clock.class, factory = Surroundings.class)
  Clock clock() {
    InstantSource source = NOW::get;
    return source.withZone(ZoneOffset.UTC);
  }

  @Singleton
  @Replaces(value = Waiting.class, factory = Surroundings.class)
  Waiting waiting() {
    return new Waiting(NOW::get, time -> NOW.updateAndGet(before -> before.plus(time)), () -> 0.5);
  }

  @Singleton
  @Replaces(value = Stride.class, factory = Surroundings.class)
  Stride stride() {
    return STRIDE.get();
  }
}
