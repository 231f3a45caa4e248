package io.schemamemory.migrate;

import io.schemamemory.data.DatabaseUrl;
import io.schemamemory.lambda.DatabaseSetting;
import io.schemamemory.lambda.Environment;

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
