package io.schemamemory.migrations;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/// Flyway's record of applied migrations.
final class History {
  private History() {}

  /// Deletes records of failed migrations. Flyway keeps one for a migration outside a transaction
  /// and then refuses to migrate. Ours can be run again; Flyway's own `repair` would also accept
  /// changed files.
  static void forgetFailures(DataSource source) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("set role memory_owner");
      if (exists(statement)) {
        statement.execute("delete from memory.flyway_schema_history where not success");
      }
    }
  }

  private static boolean exists(Statement statement) throws SQLException {
    try (ResultSet result =
        statement.executeQuery("select to_regclass('memory.flyway_schema_history') is not null")) {
      return result.next() && result.getBoolean(1);
    }
  }
}
