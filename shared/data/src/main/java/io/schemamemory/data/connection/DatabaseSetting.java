package io.schemamemory.data.connection;

import io.schemamemory.settings.Environment;

/// Reads database URLs from environment variables, with the TLS they require.
public final class DatabaseSetting {
  private DatabaseSetting() {}

  /// The function's URL, from `DATABASE_URL`.
  public static DatabaseUrl of(Environment environment) {
    return of(environment, "DATABASE_URL");
  }

  /// The URL in a variable.
  ///
  /// @throws SettingException if it is missing, malformed, or asks for less than `DATABASE_TLS`
  ///     requires
  public static DatabaseUrl of(Environment environment, String name) {
    Tls tls = tls(environment);
    return environment.required(name, DatabaseUrl.FORM, url -> DatabaseUrl.parse(url, tls));
  }

  /// The value of `DATABASE_TLS`; [Tls#VERIFIED] if it is not set.
  public static Tls tls(Environment environment) {
    return environment.optional(Tls.VARIABLE, Tls.FORM, Tls::parse, Tls.VERIFIED);
  }
}
