package io.schemamemory.local;

import io.schemamemory.planetscale.tokens.TokensDocument;
import io.schemamemory.settings.Environment;
import java.util.Optional;
import java.util.stream.Stream;

/// The PlanetScale organization whose audit log a local run polls.
///
/// @param url the URL of PlanetScale's API
/// @param tokens as Secrets Manager would hold them
record LocalPlanetScale(String url, TokensDocument tokens) {
  /// The variable with the URL of PlanetScale's API.
  static final String URL = "PLANETSCALE_API_URL";

  private static final String ORGANIZATION = "PLANETSCALE_ORGANIZATION";
  private static final String TOKEN_ID = "PLANETSCALE_SERVICE_TOKEN_ID";
  private static final String TOKEN = "PLANETSCALE_SERVICE_TOKEN";

  /// The one from the environment; empty if it sets none, which means the stand-in.
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

  /// Takes a token in the form `ID:SECRET`.
  static LocalPlanetScale of(String url, String organization, String tokenId, String token) {
    return new LocalPlanetScale(url, TokensDocument.of(organization, tokenId + ":" + token));
  }

  @Override
  public String toString() {
    return "LocalPlanetScale[" + url + "]";
  }
}
