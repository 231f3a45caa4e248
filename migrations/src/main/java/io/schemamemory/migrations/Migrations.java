package io.schemamemory.migrations;

import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.MigrateResult;

/// The migrations of schema `memory`, set up the one way they may run.
public final class Migrations {
  /// The default, a lock held in a transaction, hangs beside CREATE INDEX CONCURRENTLY even on a
  /// direct connection; without it Flyway takes a lock of the session, which no pooler keeps.
  private static final String TRANSACTIONAL_LOCK = "flyway.postgresql.transactional.lock";

  private Migrations() {}

  /// Applies what is missing; goes on with a migration that stopped halfway.
  public static MigrateResult migrate(String url) {
    return migrate(over(url));
  }

  /// The same with a Flyway of [#over] that was given more to apply.
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
        // Server details repeat values of rows, and they would reach the log.
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
