package io.schemamemory.pollauditlog;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.schemamemory.job.JobBeans;
import io.schemamemory.organizations.OrganizationBeans;
import io.schemamemory.planetscale.api.Backoff;
import io.schemamemory.pollauditlog.walk.WalkSizes;
import io.schemamemory.testkit.FixedTime;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/// A clock that advances only when code sleeps, and page sizes chosen by the test.
@Factory
class TestBeans {
  static final AtomicReference<Instant> NOW = new AtomicReference<>(FixedTime.NOW);
  static final AtomicReference<WalkSizes> SIZES = new AtomicReference<>(WalkSizes.USUAL);

  @Singleton
  @Replaces(value = Clock.class, factory = JobBeans.class)
  Clock clock() {
    InstantSource source = NOW::get;
    return source.withZone(ZoneOffset.UTC);
  }

  @Singleton
  @Replaces(value = Backoff.class, factory = OrganizationBeans.class)
  Backoff backoff() {
    return new Backoff(NOW::get, time -> NOW.updateAndGet(before -> before.plus(time)), () -> 0.5);
  }

  @Singleton
  @Replaces(value = WalkSizes.class, factory = PollBeans.class)
  WalkSizes sizes() {
    return SIZES.get();
  }
}
