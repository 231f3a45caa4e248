package io.schemamemory.migrate;

import io.schemamemory.data.DatabaseUrl;
import io.schemamemory.data.SqlState;
import io.schemamemory.migrations.Migrations;
import jakarta.inject.Singleton;
import java.util.List;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.MigrateOutput;
import org.flywaydb.core.api.output.MigrateResult;

/// Applies what is missing, and says plainly why not.
@Singleton
class Migrator {
  private static final String INSUFFICIENT_PRIVILEGE = "42501";
  private static final String LOCK_NOT_AVAILABLE = "55P03";

  Applied migrate(DatabaseUrl url, boolean directConfirmed) {
    DirectConnection.check(url, directConfirmed);
    try {
      MigrateResult result = Migrations.migrate(url.reveal());
      List<String> migrations = result.migrations.stream().map(Migrator::name).toList();
      String version =
          result.targetSchemaVersion == null
              ? result.initialSchemaVersion
              : result.targetSchemaVersion;
      return new Applied(migrations, version == null ? "none" : version);
    } catch (FlywayException failure) {
      throw new MigrationException(explain(failure));
    }
  }

  private static String name(MigrateOutput migration) {
    return "V" + migration.version + " " + migration.description;
  }

  private static String explain(FlywayException failure) {
    return switch (SqlState.of(failure)) {
      case INSUFFICIENT_PRIVILEGE ->
          "the migrator lacks a privilege (SQLSTATE 42501): run bin/bootstrap as the database's"
              + " administrator, then migrate again";
      case LOCK_NOT_AVAILABLE ->
          "a table is in use and did not become free in time (SQLSTATE 55P03): migrate again; what"
              + " was applied stays, and what stopped halfway goes on";
      default -> said(failure);
    };
  }

  /// Flyway's own words: they name migrations and checksums, and no row of anybody's.
  private static String said(FlywayException failure) {
    String message = String.valueOf(failure.getMessage());
    return message.contains("checksum mismatch")
        ? "a migration that was applied differs from the one in this release; released migrations"
            + " never change, so deploy the release that was applied or a newer one. "
            + message
        : message;
  }
}
