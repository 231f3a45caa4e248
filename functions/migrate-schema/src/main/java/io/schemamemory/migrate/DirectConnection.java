package io.schemamemory.migrate;

import io.schemamemory.data.DatabaseUrl;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;

/// Refuses a pooled connection: through a pooler Flyway's lock hangs, errors or leaks, by luck.
final class DirectConnection {
  private static final String DENIED_PASSWORD = "28";

  private DirectConnection() {}

  /// @param confirmed whether the administrator vouches for it, where a proxy changes process ids
  static void check(DatabaseUrl url, boolean confirmed) {
    try (Connection connection = DriverManager.getConnection(url.reveal())) {
      if (pooled(connection) && !confirmed) {
        throw new MigrationException(
            "DATABASE_URL leads through a connection pooler ("
                + url.place()
                + "): migrations need PostgreSQL itself, usually port 5432 instead of 6432. If this"
                + " is PlanetScale's port 5432, whose proxy may look like a pooler, set"
                + " DATABASE_DIRECT_CONFIRMED=true");
      }
    } catch (SQLException failure) {
      throw unreachable(url, failure);
    }
  }

  /// A pooler tells its client another process id than the server's.
  private static boolean pooled(Connection connection) throws SQLException {
    int told = connection.unwrap(PGConnection.class).getBackendPID();
    try (Statement statement = connection.createStatement();
        ResultSet actual = statement.executeQuery("select pg_backend_pid()")) {
      actual.next();
      return actual.getInt(1) != told;
    }
  }

  private static MigrationException unreachable(DatabaseUrl url, SQLException failure) {
    String state = failure.getSQLState() == null ? "" : failure.getSQLState();
    return new MigrationException(
        state.startsWith(DENIED_PASSWORD)
            ? "PostgreSQL at "
                + url.place()
                + " does not let "
                + url.user()
                + " in (SQLSTATE "
                + state
                + "): check the user and password in DATABASE_URL"
            : "PostgreSQL at "
                + url.place()
                + " cannot be reached (SQLSTATE "
                + state
                + "): check host and port in DATABASE_URL, and that the network lets it through");
  }
}
