package io.schemamemory.pollauditlog;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.schemamemory.planetscale.api.Backoff;
import io.schemamemory.planetscale.api.PlanetScaleClient;
import io.schemamemory.planetscale.api.RequestLimits;
import io.schemamemory.pollauditlog.walk.WalkSizes;
import io.schemamemory.sealing.Sealer;
import io.schemamemory.sealing.SealingSettings;
import io.schemamemory.sealing.SearchHasher;
import io.schemamemory.settings.Environment;
import jakarta.inject.Singleton;

/// What everything else is given: settings, keys, and a way to PlanetScale.
@Factory
class PollBeans {
  @Singleton
  Backoff waiting() {
    return Backoff.real();
  }

  @Singleton
  WalkSizes stride() {
    return WalkSizes.USUAL;
  }

  @Singleton
  PollSettings settings() {
    return PollSettings.of(Environment.ofProcess());
  }

  @Bean(preDestroy = "close")
  @Singleton
  PlanetScaleClient planetScale(PollSettings settings, Backoff waiting) {
    return new PlanetScaleClient(settings.apiUrl(), RequestLimits.USUAL, waiting);
  }

  @Singleton
  Sealer sealer() {
    return SealingSettings.of(Environment.ofProcess()).sealer();
  }

  @Singleton
  SearchHasher hasher() {
    return SealingSettings.of(Environment.ofProcess()).hasher();
  }
}
