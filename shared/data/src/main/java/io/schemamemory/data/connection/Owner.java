package io.schemamemory.data.connection;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/// Who owns everything, for what a person does by hand; never for a function.
public final class Owner {
  private Owner() {}

  /// Does something in one transaction as the owner.
  ///
  /// @param url a login that may become the owner: the administrator's or the migrator's
  public static <T> T act(DatabaseUrl url, PooledConnection.Work<T> work) throws SQLException {
    try (Connection connection = PooledConnection.connect(url)) {
      connection.setAutoCommit(false);
      try (Statement become = connection.createStatement()) {
        become.execute("set local role memory_owner");
      }
      T done = work.over(connection);
      connection.commit();
      return done;
    }
  }
}
