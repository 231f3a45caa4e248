package io.schemamemory.migrateschema;

import io.schemamemory.data.connection.DatabaseSetting;
import io.schemamemory.data.connection.DatabaseSource;
import io.schemamemory.data.connection.DatabaseSource.Given;
import io.schemamemory.data.connection.DatabaseSource.InSecret;
import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.data.connection.TimeLimit;
import io.schemamemory.secrets.SecretException;
import io.schemamemory.secrets.Secrets;
import io.schemamemory.secrets.SecretsSetting;
import io.schemamemory.settings.Environment;
import io.schemamemory.settings.SettingException;
import java.time.Duration;

/// What the migration function needs to start.
///
/// @param database where the migrator's login is, directly to PostgreSQL
/// @param directConfirmed the administrator vouches that the connection is direct
record MigrateSettings(DatabaseSource database, boolean directConfirmed) {
  /// Somebody waits for the migration, which may take minutes.
  private static final Duration LIMIT = Duration.ofSeconds(10);

  /// What a role may do takes AWS some seconds to spread, and a first deploy migrates right after
  /// it has made the role.
  private static final Duration SPREADING = Duration.ofSeconds(20);

  private static final Duration PAUSE = Duration.ofSeconds(1);

  static MigrateSettings of(Environment environment) {
    return new MigrateSettings(
        DatabaseSetting.source(environment),
        environment.optional(
            "DATABASE_DIRECT_CONFIRMED", Environment.FLAG, Environment::flag, false));
  }

  /// The URL as it is now: a secret is read for each migration.
  ///
  /// @throws MigrationException if its secret cannot be read or is malformed
  DatabaseUrl databaseUrl() {
    return switch (database) {
      case Given(DatabaseUrl url) -> url;
      case InSecret secret -> read(secret);
    };
  }

  private static DatabaseUrl read(InSecret secret) {
    Secrets secrets = SecretsSetting.of(Environment.ofProcess());
    TimeLimit patience = TimeLimit.in(SPREADING);
    try {
      while (true) {
        try {
          return secret.parse(secrets.read(secret.id(), LIMIT));
        } catch (SecretException failure) {
          if (!failure.isRefused() || patience.isOver()) {
            throw failure;
          }
          // AWS does not say when a new role is known; asking again is all there is.
          Thread.sleep(PAUSE);
        }
      }
    } catch (SecretException | SettingException failure) {
      throw new MigrationException(String.valueOf(failure.getMessage()));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new MigrationException("the migration was stopped before it began");
    }
  }
}
