package io.schemamemory.poll;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.schemamemory.lambda.Environment;
import io.schemamemory.planetscale.api.Limits;
import io.schemamemory.planetscale.api.PlanetScaleClient;
import io.schemamemory.planetscale.api.Waiting;
import io.schemamemory.sealing.Sealer;
import io.schemamemory.sealing.SealingSettings;
import io.schemamemory.sealing.SearchHasher;
import jakarta.inject.Singleton;
import java.time.Clock;

/// What everything else is given: time, settings, keys, and a way to PlanetScale.
@Factory
class Surroundings {
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }

  @Singleton
  Waiting waiting() {
    return Waiting.real();
  }

  @Singleton
  Stride stride() {
    return Stride.USUAL;
  }

  @Singleton
  PollSettings settings() {
    return PollSettings.of(Environment.ofProcess());
  }

  @Bean(preDestroy = "close")
  @Singleton
  PlanetScaleClient planetScale(PollSettings settings, Waiting waiting) {
    return new PlanetScaleClient(settings.apiUrl(), Limits.USUAL, waiting);
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
