package io.schemamemory.migrations;

import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.MigrateResult;

/// Runs the migrations of schema `memory` with Flyway.
public final class Migrations {
  /// Flyway's default, a lock held in a transaction, hangs with CREATE INDEX CONCURRENTLY even on a
  /// direct connection. Without it Flyway takes a session lock, which does not work through a
  /// pooler.
  private static final String TRANSACTIONAL_LOCK = "flyway.postgresql.transactional.lock";

  private Migrations() {}

  /// Applies missing migrations, and continues one that stopped halfway.
  public static MigrateResult migrate(String url) {
    return migrate(over(url));
  }

  /// Migrates with a Flyway of [#over] that has more locations.
  public static MigrateResult migrate(Flyway flyway) {
    try {
      History.forgetFailures(flyway.getConfiguration().getDataSource());
    } catch (SQLException failure) {
      throw new FlywayException("The history could not be read", failure);
    }
    return flyway.migrate();
  }

  /// Flyway over a direct connection, as the migrator who becomes the owner.
  public static Flyway over(String url) {
    return Flyway.configure()
        .dataSource(url, null, null)
        .initSql("set role memory_owner")
        // The server's error details repeat values of rows, and would reach the log.
        .jdbcProperties(Map.of("logServerErrorDetail", "false"))
        .schemas("memory")
        .createSchemas(false)
        .locations("classpath:db/migration")
        .validateMigrationNaming(true)
        .cleanDisabled(true)
        .configuration(Map.of(TRANSACTIONAL_LOCK, "false"))
        .load();
  }
}
