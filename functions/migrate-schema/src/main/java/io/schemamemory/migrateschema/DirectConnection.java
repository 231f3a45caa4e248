package io.schemamemory.migrateschema;

import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.data.connection.Pooler;
import io.schemamemory.data.connection.SqlState;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/// Refuses a pooled connection: through a pooler Flyway's lock hangs, errors or leaks, by luck.
final class DirectConnection {
  private static final String DENIED_PASSWORD = "28";

  private DirectConnection() {}

  /// @param confirmed whether the administrator vouches for it, where a proxy changes process ids
  static void check(DatabaseUrl url, boolean confirmed) {
    try (Connection connection = DriverManager.getConnection(url.reveal())) {
      if (!confirmed && Pooler.isBetween(connection)) {
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

  private static MigrationException unreachable(DatabaseUrl url, SQLException failure) {
    String state = SqlState.of(failure);
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
