package io.schemamemory.doctor;

import io.schemamemory.lambda.Environment;
import io.schemamemory.planetscale.api.ApiUrl;
import io.schemamemory.planetscale.api.ServiceToken;
import java.util.Optional;
import java.util.stream.Stream;

/// Which organization is looked at, and with which token.
record PlanetScaleSettings(String organization, ServiceToken token, ApiUrl apiUrl) {
  static final String ORGANIZATION = "PLANETSCALE_ORGANIZATION";
  private static final String TOKEN_ID = "PLANETSCALE_SERVICE_TOKEN_ID";
  private static final String TOKEN = "PLANETSCALE_SERVICE_TOKEN";

  /// What is to be set, for messages.
  static final String ALL = ORGANIZATION + ", " + TOKEN_ID + " and " + TOKEN;

  /// Those the environment names; nothing if it names none.
  static Optional<PlanetScaleSettings> of(Environment environment) {
    return Stream.of(ORGANIZATION, TOKEN_ID, TOKEN).anyMatch(environment::names)
        ? Optional.of(named(environment))
        : Optional.empty();
  }

  private static PlanetScaleSettings named(Environment environment) {
    String id =
        environment.required(
            TOKEN_ID,
            "the ID of a service token",
            text -> {
              // Swapped, the secret would be taken for an ID.
              ServiceToken.of(text + ":secret");
              return text;
            });
    return new PlanetScaleSettings(
        environment.required(ORGANIZATION, "an organization's name, as in its URL", it -> it),
        environment.required(
            TOKEN,
            "the secret of that service token, which PlanetScale shows once",
            secret -> ServiceToken.of(id + ":" + secret)),
        environment.optional(ApiUrl.VARIABLE, ApiUrl.FORM, ApiUrl::parse, ApiUrl.PLANETSCALE));
  }

  @Override
  public String toString() {
    return "PlanetScaleSettings[" + organization + "]";
  }
}
