package io.schemamemory.migrations;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;

/// Changes of the schema that let others work meanwhile, over a connection outside a transaction.
final class OnlineStatements {
  private static final String LOCK_NOT_AVAILABLE = "55P03";

  /// Whoever writes queues behind a lock we wait for; the receiver gives up after 500 ms.
  private static final String BRIEF = "100ms";

  /// Together longer than the minute a reader's statement may take.
  private static final int TRIES = 200;

  /// Four times as long as we made writers wait: what queued behind the try goes on meanwhile.
  private static final Duration PAUSE = Duration.ofMillis(400);

  /// Nobody queues behind CONCURRENTLY; beyond a reader's minute somebody forgot a transaction.
  private static final String CONCURRENT = "2min";

  private final Connection connection;

  OnlineStatements(Connection connection) {
    this.connection = connection;
  }

  /// Runs a statement with a lock that stops writers: gives up at once, lets them pass, and tries
  /// again.
  void briefly(String sql) throws SQLException, InterruptedException {
    for (int left = TRIES; ; left--) {
      try {
        run(BRIEF, sql);
        return;
      } catch (SQLException busy) {
        if (!LOCK_NOT_AVAILABLE.equals(busy.getSQLState()) || left == 1) {
          throw busy;
        }
      }
      // Asleep, not in the queue for the lock: there we would hold up every reader and writer.
      Thread.sleep(PAUSE);
    }
  }

  /// Runs a statement that only waits for others, and makes nobody wait.
  void concurrently(String sql) throws SQLException {
    run(CONCURRENT, sql);
  }

  private void run(String lockTimeout, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("set lock_timeout = '" + lockTimeout + "'");
      try {
        statement.execute(sql);
      } finally {
        // Back to the login's own, for the migrations after this one.
        statement.execute("reset lock_timeout");
      }
    }
  }

  /// The first column of the first row, if there is one.
  Optional<String> ask(String query, String... parameters) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setString(i + 1, parameters[i]);
      }
      try (ResultSet result = statement.executeQuery()) {
        return result.next() ? Optional.ofNullable(result.getString(1)) : Optional.empty();
      }
    }
  }
}
