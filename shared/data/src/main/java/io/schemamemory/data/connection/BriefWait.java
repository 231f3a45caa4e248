package io.schemamemory.data.connection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/// For who comes again: whoever holds a lock has made one batch wait already.
public final class BriefWait {
  private static final String SQL = "set local lock_timeout = '1s'";

  private BriefWait() {}

  /// Waits a second at most for any lock of this transaction.
  public static void in(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(SQL)) {
      statement.execute();
    }
  }
}
