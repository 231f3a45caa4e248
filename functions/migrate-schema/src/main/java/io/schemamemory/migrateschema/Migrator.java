package io.schemamemory.migrateschema;

import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.migrations.Migrations;
import jakarta.inject.Singleton;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.MigrateOutput;
import org.flywaydb.core.api.output.MigrateResult;

/// Applies the missing migrations, or says why it cannot.
@Singleton
class Migrator {
  Applied migrate(DatabaseUrl url) {
    DirectConnection.requireFit(url);
    try {
      Flyway flyway = Migrations.over(url.reveal());
      MigrateResult result = Migrations.migrate(flyway);
      List<String> migrations = result.migrations.stream().map(Migrator::name).toList();
      // Asked for, not taken from the result: of two runs at once each applies some.
      return new Applied(migrations, Inspector.version(flyway.info().current()));
    } catch (FlywayException failure) {
      throw MigrationException.explaining(failure);
    }
  }

  private static String name(MigrateOutput migration) {
    return "V" + migration.version + " " + migration.description;
  }
}
