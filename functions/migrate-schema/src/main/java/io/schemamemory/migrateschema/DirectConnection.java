package io.schemamemory.migrateschema;

import io.schemamemory.data.connection.ConnectionFault;
import io.schemamemory.data.connection.DatabaseTraits;
import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.data.connection.Pooler;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/// Refuses a pooled connection: through a pooler Flyway's lock hangs, errors or leaks, by luck.
final class DirectConnection {
  private static final String SETTING = "DATABASE_URL, or the secret of DATABASE_SECRET_ID";

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

  /// Refuses a database that cannot hold the memory, before anything is made in it.
  static void requireFit(DatabaseUrl url) {
    try (Connection connection = DriverManager.getConnection(url.reveal())) {
      String unfit = DatabaseTraits.of(connection).unfit().orElse(null);
      if (unfit != null) {
        throw new MigrationException(unfit + "; then migrate again");
      }
    } catch (SQLException failure) {
      throw unreachable(url, failure);
    }
  }

  private static MigrationException unreachable(DatabaseUrl url, SQLException failure) {
    return new MigrationException(new ConnectionFault(url, SETTING).sentence(failure));
  }
}
