package io.schemamemory.data.connection;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;

/// Detects whether a connection goes through a pooler.
public final class Pooler {
  private Pooler() {}

  /// Whether a pooler is in between: it reports another process id to its client than the server's.
  public static boolean isBetween(Connection connection) throws SQLException {
    int reported = connection.unwrap(PGConnection.class).getBackendPID();
    try (Statement statement = connection.createStatement();
        ResultSet actual = statement.executeQuery("select pg_backend_pid()")) {
      actual.next();
      return actual.getInt(1) != reported;
    }
  }
}
