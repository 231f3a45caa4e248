package io.schemamemory.migrateschema;

import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.migrations.Migrations;
import jakarta.inject.Singleton;
import java.util.List;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.MigrateOutput;
import org.flywaydb.core.api.output.MigrateResult;

/// Applies the missing migrations, or says why it cannot.
@Singleton
class Migrator {
  Applied migrate(DatabaseUrl url) {
    DirectConnection.requireFit(url);
    try {
      MigrateResult result = Migrations.migrate(url.reveal());
      List<String> migrations = result.migrations.stream().map(Migrator::name).toList();
      String version =
          result.targetSchemaVersion == null
              ? result.initialSchemaVersion
              : result.targetSchemaVersion;
      return new Applied(migrations, version == null ? "none" : version);
    } catch (FlywayException failure) {
      throw MigrationException.explaining(failure);
    }
  }

  private static String name(MigrateOutput migration) {
    return "V" + migration.version + " " + migration.description;
  }
}
