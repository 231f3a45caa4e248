package io.schemamemory.local;

import io.schemamemory.settings.Environment;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Whose audit log a local run polls.
///
/// @param url where PlanetScale's API is
/// @param secret as Secrets Manager would hold it
record LocalPlanetScale(String url, Map<String, String> secret) {
  /// The variable that says where PlanetScale's API is.
  static final String URL = "PLANETSCALE_API_URL";

  private static final String ORGANIZATION = "PLANETSCALE_ORGANIZATION";
  private static final String TOKEN_ID = "PLANETSCALE_SERVICE_TOKEN_ID";
  private static final String TOKEN = "PLANETSCALE_SERVICE_TOKEN";

  /// The one the environment names; nothing if it names none, which means the stand-in.
  static Optional<LocalPlanetScale> of(Environment environment) {
    boolean named = Stream.of(URL, ORGANIZATION, TOKEN_ID, TOKEN).anyMatch(environment::isSet);
    return named
        ? Optional.of(
            of(
                environment.optional(
                    URL,
                    "the address of PlanetScale's API",
                    it -> it,
                    "https://api.planetscale.com/v1"),
                environment.required(ORGANIZATION, "an organization's name", it -> it),
                environment.required(TOKEN_ID, "the ID of a service token", it -> it),
                environment.required(TOKEN, "the secret of that service token", it -> it)))
        : Optional.empty();
  }

  /// One with a token as `ID:SECRET` shows both.
  static LocalPlanetScale of(String url, String organization, String tokenId, String token) {
    return new LocalPlanetScale(
        url,
        Map.of("organization", organization, "token_id", tokenId, "token", token, "tokens", "{}"));
  }

  @Override
  public String toString() {
    return "LocalPlanetScale[" + url + "]";
  }
}
