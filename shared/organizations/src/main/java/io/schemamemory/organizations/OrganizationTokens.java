package io.schemamemory.organizations;

import io.schemamemory.job.secret.FreshSecret;
import io.schemamemory.planetscale.api.ApiUrl;
import io.schemamemory.planetscale.api.PlanetScaleSettings;
import io.schemamemory.planetscale.tokens.TokensDocument;
import io.schemamemory.secrets.SecretsSetting;
import io.schemamemory.settings.Environment;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The organizations' tokens: of the variables, or of a secret that is read again for each
/// invocation.
@Singleton
public class OrganizationTokens {
  /// The variable that names the secret.
  public static final String ID = "PLANETSCALE_SECRET_ID";

  private final ApiUrl apiUrl;
  private final @Nullable FreshSecret secret;
  private OrganizationSettings current;

  OrganizationTokens(Clock clock) {
    Environment environment = Environment.ofProcess();
    apiUrl = PlanetScaleSettings.apiUrl(environment);
    secret =
        environment.isSet(ID)
            ? new FreshSecret(
                SecretsSetting.of(environment), SecretsSetting.id(environment, ID), clock)
            : null;
    current =
        secret == null ? OrganizationSettings.of(environment) : OrganizationSettings.none(apiUrl);
  }

  /// Stops the start if a variable is missing or malformed.
  public static void check(Environment environment) {
    if (environment.isSet(ID)) {
      var _ = SecretsSetting.of(environment);
      var _ = SecretsSetting.id(environment, ID);
      var _ = PlanetScaleSettings.apiUrl(environment);
    } else {
      var _ = OrganizationSettings.of(environment);
    }
  }

  /// Takes the tokens as they are now.
  ///
  /// @return what to do if none is stored yet
  /// @throws io.schemamemory.secrets.SecretException if they cannot be read, and never were
  /// @throws io.schemamemory.settings.SettingException if the secret is malformed
  public Optional<String> refresh() {
    if (secret == null) {
      return Optional.empty();
    }
    Optional<OrganizationSettings> stored = secret.read().map(text -> parsed(secret, text));
    current = stored.orElseGet(() -> OrganizationSettings.none(apiUrl));
    return stored.isPresent()
        ? Optional.empty()
        : Optional.of(
            "no service token is stored: store one in "
                + secret.setting()
                + " with bin/planetscale-token");
  }

  private OrganizationSettings parsed(FreshSecret from, String text) {
    TokensDocument document =
        new Environment(Map.of(from.setting(), text))
            .required(from.setting(), TokensDocument.FORM, TokensDocument::parse);
    return OrganizationSettings.of(document, apiUrl);
  }

  /// The tokens as of the last refresh.
  public OrganizationSettings current() {
    return current;
  }

  /// Where a token is added, for messages.
  public String setting() {
    return secret == null
        ? OrganizationSettings.TOKENS
        : secret.setting() + " with bin/planetscale-token";
  }
}
