package io.schemamemory.data.connection;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;

/// Tells a connection through a pooler from one to PostgreSQL itself.
public final class Pooler {
  private Pooler() {}

  /// Whether something stands between: a pooler tells its client another process id than the
  /// server's.
  public static boolean isBetween(Connection connection) throws SQLException {
    int told = connection.unwrap(PGConnection.class).getBackendPID();
    try (Statement statement = connection.createStatement();
        ResultSet actual = statement.executeQuery("select pg_backend_pid()")) {
      actual.next();
      return actual.getInt(1) != told;
    }
  }
}
