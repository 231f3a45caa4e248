package io.schemamemory.local;

import io.schemamemory.data.DatabaseUrl;
import io.schemamemory.data.Tls;
import io.schemamemory.domain.signature.WebhookSecret;
import io.schemamemory.lambda.DatabaseSetting;
import io.schemamemory.lambda.Environment;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/// What the local runner is told by environment variables; each has a default.
///
/// @param port where it listens on 127.0.0.1; 0 takes a free one
/// @param database an existing database, or nothing for an embedded one
/// @param tls how an existing database on another machine is protected
/// @param directConfirmed the administrator vouches that the direct URL is direct
/// @param planetScale whose audit log is polled, or nothing for a stand-in
record LocalSettings(
    int port, Optional<Urls> database, Tls tls, boolean directConfirmed, Secret webhookSecret,
    Optional<LocalPlanetScale> planetScale) {
  /// The administrator's ways into an existing database.
  record Urls(DatabaseUrl direct, DatabaseUrl pooled) {}

  /// The secret of the bare webhook path.
  ///
  /// @param generated made for this run, and of no use to anybody afterwards
  record Secret(String text, boolean generated) {
    @Override
    public String toString() {
      return "Secret[generated=" + generated + "]";
    }
  }

  static LocalSettings of(Environment environment) {
    return new LocalSettings(
        environment.optional("PORT", "a port number, such as 9000", LocalSettings::port, 9000),
        urls(environment),
        DatabaseSetting.tls(environment),
        environment.optional(
            "DATABASE_DIRECT_CONFIRMED", Environment.FLAG, Environment::flag, false),
        environment.optional(
            "PLANETSCALE_WEBHOOK_SECRET",
            "the secret PlanetScale shows for the webhook",
            LocalSettings::given,
            generated()),
        LocalPlanetScale.of(environment));
  }

  /// The same on a free port.
  LocalSettings onFreePort() {
    return new LocalSettings(0, database, tls, directConfirmed, webhookSecret, planetScale);
  }

  /// Both or neither: one alone is a mistake, not a wish.
  private static Optional<Urls> urls(Environment environment) {
    boolean none =
        !environment.names("DATABASE_DIRECT_URL") && !environment.names("DATABASE_POOLED_URL");
    return none
        ? Optional.empty()
        : Optional.of(
            new Urls(
                DatabaseSetting.of(environment, "DATABASE_DIRECT_URL"),
                DatabaseSetting.of(environment, "DATABASE_POOLED_URL")));
  }

  private static int port(String text) {
    int port = Integer.parseInt(text);
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("no such port");
    }
    return port;
  }

  private static Secret given(String text) {
    WebhookSecret.of(text);
    return new Secret(text, false);
  }

  private static Secret generated() {
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    return new Secret(HexFormat.of().formatHex(random), true);
  }
}
