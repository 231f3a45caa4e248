package io.schemamemory.migrateschema;

import io.schemamemory.data.connection.DatabaseSetting;
import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.settings.Environment;

/// What the migration function needs to start.
///
/// @param databaseUrl the migrator's login, directly to PostgreSQL
/// @param directConfirmed the administrator vouches that the connection is direct
record MigrateSettings(DatabaseUrl databaseUrl, boolean directConfirmed) {
  static MigrateSettings of(Environment environment) {
    return new MigrateSettings(
        DatabaseSetting.of(environment),
        environment.optional(
            "DATABASE_DIRECT_CONFIRMED", Environment.FLAG, Environment::flag, false));
  }
}
