package io.schemamemory.verification.upgrade;

import io.schemamemory.data.connection.DatabaseUrl;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;

/// A connection that stays open, so that a test can hold a lock.
record Session(Connection connection) implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  static Session as(DatabaseUrl url) {
    try {
      return new Session(DriverManager.getConnection(url.reveal()));
    } catch (SQLException failure) {
      throw new IllegalStateException("no session", failure);
    }
  }

  static Session asOwner(DatabaseUrl administrator) {
    Session session = as(administrator);
    session.run("set role memory_owner");
    return session;
  }

  void run(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failure) {
      throw new IllegalStateException("failed: " + sql, failure);
    }
  }

  /// The first column of the first row.
  @Nullable String ask(String query) {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      return result.next() ? result.getString(1) : null;
    } catch (SQLException failure) {
      throw new IllegalStateException("failed: " + query, failure);
    }
  }

  /// Repeats the query until it is true.
  void await(String condition) {
    long end = System.nanoTime() + TIMEOUT.toNanos();
    while (!"t".equals(ask("select " + condition))) {
      if (System.nanoTime() > end) {
        Assertions.fail("never came true: " + condition);
      }
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
