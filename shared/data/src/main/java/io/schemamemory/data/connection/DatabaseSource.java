package io.schemamemory.data.connection;

import io.schemamemory.settings.Environment;
import java.util.Map;

/// Where a function finds its database URL: in a variable, or in a secret it reads at run time.
public sealed interface DatabaseSource {
  /// What holds the URL, for messages.
  String setting();

  /// The variable has it.
  record Given(DatabaseUrl url) implements DatabaseSource {
    @Override
    public String setting() {
      return DatabaseSetting.URL;
    }
  }

  /// A secret has it, whose whole text is the URL.
  ///
  /// @param id the secret's name or ARN
  /// @param tls what the URL must ask for
  record InSecret(String id, Tls tls) implements DatabaseSource {
    @Override
    public String setting() {
      return "the secret " + id;
    }

    /// Reads the secret's text.
    ///
    /// @throws io.schemamemory.settings.SettingException naming the secret, if it is malformed or
    ///     asks for less than `DATABASE_TLS` requires
    public DatabaseUrl parse(String text) {
      return new Environment(Map.of(setting(), text))
          .required(setting(), DatabaseUrl.FORM, url -> DatabaseUrl.parse(url, tls));
    }
  }
}
