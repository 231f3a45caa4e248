package io.schemamemory.data.connection;

import io.schemamemory.settings.Environment;
import io.schemamemory.settings.SettingException;
import java.util.List;

/// Reads database URLs from environment variables, with the TLS they require.
public final class DatabaseSetting {
  static final String URL = "DATABASE_URL";
  private static final String SECRET_ID = "DATABASE_SECRET_ID";
  private static final String SECRET_FORM =
      "the name of the secret whose text is the URL, such as schema-memory/database/receive_webhook";

  private DatabaseSetting() {}

  /// Where a function finds its URL: exactly one of `DATABASE_URL` and `DATABASE_SECRET_ID` is set.
  ///
  /// @throws SettingException if not, or if the one that is set is malformed
  public static DatabaseSource source(Environment environment) {
    List<String> set = List.of(URL, SECRET_ID).stream().filter(environment::isSet).toList();
    if (set.size() != 1) {
      throw SettingException.notOne(List.of(URL, SECRET_ID), set);
    }
    return environment.isSet(URL)
        ? new DatabaseSource.Given(of(environment, URL))
        : new DatabaseSource.InSecret(
            environment.required(SECRET_ID, SECRET_FORM, DatabaseSetting::id), tls(environment));
  }

  /// The function's URL, from `DATABASE_URL`.
  public static DatabaseUrl of(Environment environment) {
    return of(environment, URL);
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

  /// A URL in its place would be sent to AWS, with its password.
  private static String id(String id) {
    if (id.contains("://") || id.chars().anyMatch(Character::isWhitespace)) {
      throw new IllegalArgumentException(SECRET_FORM);
    }
    return id;
  }
}
