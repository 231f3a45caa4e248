package io.schemamemory.testkit;

import io.schemamemory.data.DatabaseUrl;
import io.schemamemory.data.PooledConnection;
import java.sql.SQLException;
import java.time.Instant;

/// Where a login enters.
final class Entrance {
  private Entrance() {}

  /// A pooler reads its files again when it comes to it.
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
