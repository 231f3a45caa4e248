package io.schemamemory.migrations;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;

/// Schema changes that do not block readers and writers for long, over a connection outside a
/// transaction.
final class OnlineStatements {
  private static final String LOCK_NOT_AVAILABLE = "55P03";

  /// Writers queue behind a lock that we wait for, and the receiver gives up after 500 ms.
  private static final String BRIEF = "100ms";

  /// With the pauses, longer than the minute that a reader's statement may take.
  private static final int TRIES = 200;

  /// Four times as long as we made writers wait, so that the queue behind us empties.
  private static final Duration PAUSE = Duration.ofMillis(400);

  /// Nothing queues behind CONCURRENTLY. A wait longer than a reader's minute means that somebody
  /// forgot an open transaction.
  private static final String CONCURRENT = "2min";

  private final Connection connection;

  OnlineStatements(Connection connection) {
    this.connection = connection;
  }

  /// Runs a statement that needs a lock which blocks writers: gives up quickly, lets them pass, and
  /// tries again.
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
      // Sleep here instead of queueing for the lock, which would block every reader and writer.
      Thread.sleep(PAUSE);
    }
  }

  /// Runs a statement that waits for others but does not block them.
  void concurrently(String sql) throws SQLException {
    run(CONCURRENT, sql);
  }

  private void run(String lockTimeout, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("set lock_timeout = '" + lockTimeout + "'");
      try {
        statement.execute(sql);
      } finally {
        // The login's own setting, for the migrations after this one.
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
