package io.schemamemory.organizations;

import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import io.schemamemory.planetscale.api.ApiUrl;
import io.schemamemory.planetscale.api.PlanetScaleSettings;
import io.schemamemory.planetscale.api.ServiceToken;
import io.schemamemory.planetscale.tokens.TokensDocument;
import io.schemamemory.settings.Environment;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Which PlanetScale organizations may be called, with which service tokens, and where.
///
/// @param own the organization of `PLANETSCALE_ORGANIZATION`
/// @param tokens by organization
public record OrganizationSettings(
    Optional<String> own, Map<String, ServiceToken> tokens, ApiUrl apiUrl) {
  /// The variable with the tokens of more organizations.
  public static final String TOKENS = "PLANETSCALE_SERVICE_TOKENS";

  private static final String TOKENS_FORM = "{\"ORGANIZATION\":\"ID:SECRET\", ...}";

  public OrganizationSettings {
    tokens = Map.copyOf(tokens);
  }

  /// Reads them from the environment, which must name at least one organization.
  public static OrganizationSettings of(Environment environment) {
    Map<String, ServiceToken> tokens =
        new TreeMap<>(
            environment.optional(TOKENS, TOKENS_FORM, OrganizationSettings::tokens, Map.of()));
    Optional<String> own = Optional.empty();
    if (tokens.isEmpty() || environment.isSet(PlanetScaleSettings.ORGANIZATION)) {
      PlanetScaleSettings one = PlanetScaleSettings.required(environment);
      tokens.put(one.organization(), one.token());
      own = Optional.of(one.organization());
    }
    return new OrganizationSettings(own, tokens, PlanetScaleSettings.apiUrl(environment));
  }

  /// As a document says.
  static OrganizationSettings of(TokensDocument document, ApiUrl apiUrl) {
    Map<String, ServiceToken> tokens = new TreeMap<>();
    document
        .tokens()
        .forEach((organization, token) -> tokens.put(organization, ServiceToken.of(token)));
    return new OrganizationSettings(Optional.of(document.own()), tokens, apiUrl);
  }

  /// No organization yet.
  static OrganizationSettings none(ApiUrl apiUrl) {
    return new OrganizationSettings(Optional.empty(), Map.of(), apiUrl);
  }

  private static Map<String, ServiceToken> tokens(String json) {
    try {
      Map<String, ServiceToken> tokens = new TreeMap<>();
      Map<String, String> texts =
          JsonMapper.createDefault().readValue(json, Argument.mapOf(String.class, String.class));
      texts.forEach(
          (organization, token) ->
              tokens.put(PlanetScaleSettings.organization(organization), ServiceToken.of(token)));
      return tokens;
    } catch (IOException malformed) {
      throw new IllegalArgumentException(TOKENS_FORM);
    }
  }

  @Override
  public String toString() {
    return "OrganizationSettings" + tokens.keySet();
  }
}
