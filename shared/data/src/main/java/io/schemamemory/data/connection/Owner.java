package io.schemamemory.data.connection;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/// Runs transactions as the schema's owner, for commands that people run; never for a function.
public final class Owner {
  private Owner() {}

  /// Runs one transaction as the owner.
  ///
  /// @param url a login that may become the owner: the administrator's or the migrator's
  public static <T> T inTransaction(DatabaseUrl url, PooledConnection.Work<T> work)
      throws SQLException {
    try (Connection connection = PooledConnection.connect(url)) {
      connection.setAutoCommit(false);
      try (Statement become = connection.createStatement()) {
        become.execute("set local role memory_owner");
      }
      T result = work.over(connection);
      connection.commit();
      return result;
    }
  }
}
