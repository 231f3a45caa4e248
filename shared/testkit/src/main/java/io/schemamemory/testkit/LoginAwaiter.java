package io.schemamemory.testkit;

import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.data.connection.PooledConnection;
import java.sql.SQLException;
import java.time.Instant;

/// Waits until a login can connect.
final class LoginAwaiter {
  private LoginAwaiter() {}

  /// A pooler takes a moment to reload its files.
  static void await(DatabaseUrl url) {
    Instant end = Instant.now().plusSeconds(10);
    while (true) {
      try {
        PooledConnection.connect(url).close();
        return;
      } catch (SQLException notYet) {
        if (Instant.now().isAfter(end)) {
          throw new IllegalStateException("the pooler does not let " + url + " in", notYet);
        }
      }
    }
  }
}
