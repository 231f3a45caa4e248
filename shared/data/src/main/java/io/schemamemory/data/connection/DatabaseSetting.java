package io.schemamemory.data.connection;

import io.schemamemory.settings.Environment;

/// Reads database URLs from environment variables, each with the protection it needs.
public final class DatabaseSetting {
  private DatabaseSetting() {}

  /// A function's own URL, in `DATABASE_URL`.
  public static DatabaseUrl of(Environment environment) {
    return of(environment, "DATABASE_URL");
  }

  /// The URL a variable holds.
  ///
  /// @throws SettingException if it is missing, malformed, or asks for less protection than
  ///     `DATABASE_TLS` allows
  public static DatabaseUrl of(Environment environment, String name) {
    Tls tls = tls(environment);
    return environment.required(name, DatabaseUrl.FORM, url -> DatabaseUrl.parse(url, tls));
  }

  /// What `DATABASE_TLS` says.
  public static Tls tls(Environment environment) {
    return environment.optional(Tls.VARIABLE, Tls.FORM, Tls::parse, Tls.VERIFIED);
  }
}
