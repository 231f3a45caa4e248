package io.schemamemory.organizations;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.schemamemory.planetscale.api.Backoff;
import io.schemamemory.planetscale.api.PlanetScaleClient;
import io.schemamemory.planetscale.api.http.RequestLimits;
import jakarta.inject.Singleton;

/// What a function that calls PlanetScale is given: one client.
@Factory
public class OrganizationBeans {
  @Singleton
  Backoff backoff() {
    return Backoff.real();
  }

  @Bean(preDestroy = "close")
  @Singleton
  PlanetScaleClient client(OrganizationTokens tokens, Backoff backoff) {
    return new PlanetScaleClient(tokens.current().apiUrl(), RequestLimits.USUAL, backoff);
  }
}
