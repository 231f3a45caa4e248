package io.schemamemory.planetscale.api;

import io.schemamemory.domain.signature.StrayCharacter;
import io.schemamemory.settings.Environment;
import io.schemamemory.settings.MalformedValueException;
import java.util.Optional;
import java.util.stream.Stream;

/// One organization, its service token and where the API is, from environment variables.
public record PlanetScaleSettings(String organization, ServiceToken token, ApiUrl apiUrl) {
  /// The variable that names the organization.
  public static final String ORGANIZATION = "PLANETSCALE_ORGANIZATION";

  private static final String TOKEN_ID = "PLANETSCALE_SERVICE_TOKEN_ID";
  private static final String TOKEN = "PLANETSCALE_SERVICE_TOKEN";

  /// All variables, for messages.
  public static final String ALL = ORGANIZATION + ", " + TOKEN_ID + " and " + TOKEN;

  /// Reads the variables; empty if none is set.
  public static Optional<PlanetScaleSettings> of(Environment environment) {
    return Stream.of(ORGANIZATION, TOKEN_ID, TOKEN).anyMatch(environment::isSet)
        ? Optional.of(required(environment))
        : Optional.empty();
  }

  /// Reads the variables, which must be set.
  public static PlanetScaleSettings required(Environment environment) {
    String organization =
        environment.required(
            ORGANIZATION,
            "an organization's name, as in its URL",
            PlanetScaleSettings::organization);
    String id =
        environment.required(TOKEN_ID, "the ID of a service token", PlanetScaleSettings::id);
    return new PlanetScaleSettings(
        organization,
        environment.required(
            TOKEN,
            "the secret of that service token, which PlanetScale shows once",
            secret -> ServiceToken.of(id + ":" + secret)),
        apiUrl(environment));
  }

  /// The address of PlanetScale's API.
  public static ApiUrl apiUrl(Environment environment) {
    return environment.optional(ApiUrl.VARIABLE, ApiUrl.FORM, ApiUrl::parse, ApiUrl.PLANETSCALE);
  }

  /// Checks an organization's name: any other would be asked for, and not be found.
  ///
  /// @throws IllegalArgumentException if it has white space, or a character nobody sees
  public static String organization(String name) {
    if (name.isEmpty() || name.chars().anyMatch(Character::isWhitespace)) {
      throw new IllegalArgumentException("an organization's name has no white space");
    }
    StrayCharacter.in(name)
        .ifPresent(
            stray -> {
              throw new MalformedValueException("in an organization's name, " + stray);
            });
    return name;
  }

  /// Refuses a secret in place of an ID.
  private static String id(String id) {
    ServiceToken.of(id + ":secret");
    return id;
  }

  @Override
  public String toString() {
    return "PlanetScaleSettings[" + organization + "]";
  }
}
