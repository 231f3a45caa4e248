package io.schemamemory.normalizedeliveries;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.schemamemory.job.JobBeans;
import io.schemamemory.normalizedeliveries.batch.ClaimSize;
import io.schemamemory.testkit.FixedTime;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicReference;

/// A fixed time, and batch sizes chosen by the test.
@Factory
class TestBeans {
  static final AtomicReference<ClaimSize> CLAIM_SIZE = new AtomicReference<>(ClaimSize.DEFAULT);

  @Singleton
  @Replaces(value = Clock.class, factory = JobBeans.class)
  Clock clock() {
    return FixedTime.CLOCK;
  }

  @Singleton
  @Replaces(value = ClaimSize.class, factory = NormalizeBeans.class)
  ClaimSize claimSize() {
    return CLAIM_SIZE.get();
  }
}
