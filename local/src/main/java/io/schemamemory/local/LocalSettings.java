package io.schemamemory.local;

import io.schemamemory.data.connection.DatabaseSetting;
import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.data.connection.Tls;
import io.schemamemory.settings.Environment;
import java.util.Optional;

/// The local runner's settings from environment variables; each has a default.
///
/// @param port the port on 127.0.0.1; 0 takes a free one
/// @param database an existing database, or nothing for an embedded one
/// @param tls how an existing database on another machine is protected
/// @param directConfirmed whether the administrator confirms that the direct URL is direct
/// @param secrets the webhook secrets
/// @param planetScale the organization to poll, or nothing for a stand-in
record LocalSettings(
    int port,
    Optional<Urls> database,
    Tls tls,
    boolean directConfirmed,
    LocalSecrets secrets,
    Optional<LocalPlanetScale> planetScale) {
  /// The administrator's two URLs of an existing database.
  record Urls(DatabaseUrl direct, DatabaseUrl pooled) {}

  static LocalSettings of(Environment environment) {
    return new LocalSettings(
        environment.optional("PORT", "a port number, such as 9000", LocalSettings::port, 9000),
        urls(environment),
        DatabaseSetting.tls(environment),
        environment.optional(
            "DATABASE_DIRECT_CONFIRMED", Environment.FLAG, Environment::flag, false),
        LocalSecrets.of(environment),
        LocalPlanetScale.of(environment));
  }

  /// The same settings with a free port.
  LocalSettings onFreePort() {
    return new LocalSettings(0, database, tls, directConfirmed, secrets, planetScale);
  }

  /// Both or neither: one alone is a mistake.
  private static Optional<Urls> urls(Environment environment) {
    boolean none =
        !environment.isSet("DATABASE_DIRECT_URL") && !environment.isSet("DATABASE_POOLED_URL");
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
}
