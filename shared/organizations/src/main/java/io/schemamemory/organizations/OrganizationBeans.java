package io.schemamemory.organizations;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.schemamemory.planetscale.api.Backoff;
import io.schemamemory.planetscale.api.PlanetScaleClient;
import io.schemamemory.planetscale.api.http.RequestLimits;
import io.schemamemory.settings.Environment;
import jakarta.inject.Singleton;

/// What a function that calls PlanetScale is given: the organizations' settings and one client.
@Factory
public class OrganizationBeans {
  @Singleton
  OrganizationSettings settings() {
    return OrganizationSettings.of(Environment.ofProcess());
  }

  @Singleton
  Backoff backoff() {
    return Backoff.real();
  }

  @Bean(preDestroy = "close")
  @Singleton
  PlanetScaleClient client(OrganizationSettings settings, Backoff backoff) {
    return new PlanetScaleClient(settings.apiUrl(), RequestLimits.USUAL, backoff);
  }
}
