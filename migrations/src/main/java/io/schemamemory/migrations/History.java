package io.schemamemory.migrations;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/// Flyway's record of what was applied.
final class History {
  private History() {}

  /// Forgets failures. Flyway keeps one of a migration outside a transaction and then refuses all;
  /// ours can be run again, while its own `repair` would also accept files that were changed.
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
