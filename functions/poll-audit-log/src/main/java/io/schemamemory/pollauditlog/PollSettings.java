package io.schemamemory.pollauditlog;

import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import io.schemamemory.health.PlanetScaleSettings;
import io.schemamemory.job.Metrics;
import io.schemamemory.planetscale.api.ApiUrl;
import io.schemamemory.planetscale.api.ServiceToken;
import io.schemamemory.settings.Environment;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What the poller is told by environment variables.
///
/// @param organization whose feed is made if there is none
/// @param tokens by organization
/// @param metrics without them, none are printed
public record PollSettings(
    Optional<String> organization,
    Map<String, ServiceToken> tokens,
    ApiUrl apiUrl,
    Optional<Metrics> metrics) {
  private static final String TOKENS = "PLANETSCALE_SERVICE_TOKENS";
  private static final String TOKENS_FORM = "{\"ORGANIZATION\":\"ID:SECRET\", ...}";

  public PollSettings {
    tokens = Map.copyOf(tokens);
  }

  static PollSettings of(Environment environment) {
    Map<String, ServiceToken> tokens =
        new TreeMap<>(environment.optional(TOKENS, TOKENS_FORM, PollSettings::document, Map.of()));
    Optional<String> organization = Optional.empty();
    if (tokens.isEmpty() || environment.names(PlanetScaleSettings.ORGANIZATION)) {
      PlanetScaleSettings own = PlanetScaleSettings.required(environment);
      tokens.put(own.organization(), own.token());
      organization = Optional.of(own.organization());
    }
    return new PollSettings(
        organization, tokens, PlanetScaleSettings.apiUrl(environment), Metrics.of(environment));
  }

  private static Map<String, ServiceToken> document(String json) {
    try {
      Map<String, ServiceToken> tokens = new TreeMap<>();
      Map<String, String> texts =
          JsonMapper.createDefault().readValue(json, Argument.mapOf(String.class, String.class));
      texts.forEach((organization, token) -> tokens.put(organization, ServiceToken.of(token)));
      return tokens;
    } catch (IOException misshapen) {
      throw new IllegalArgumentException(TOKENS_FORM);
    }
  }

  @Override
  public String toString() {
    return "PollSettings" + tokens.keySet();
  }
}
