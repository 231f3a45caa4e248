package io.schemamemory.verification.data;

import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.testkit.MemoryDatabase;
import io.schemamemory.testkit.Rows;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;

/// Ways in which a connection is lost in the middle of a transaction.
public enum Loss {
  /// Ended by an administrator, or because the server stops.
  TERMINATED {
    @Override
    void befall(int process, Statement statement, DatabaseUrl login, MemoryDatabase database) {
      Rows.of(login, "", "select pg_terminate_backend(" + process + ", 5000)");
    }
  },
  IDLE_IN_TRANSACTION {
    @Override
    void befall(int process, Statement statement, DatabaseUrl login, MemoryDatabase database)
        throws SQLException {
      statement.execute("set local idle_in_transaction_session_timeout = '1ms'");
      awaitEnd(process, login);
    }
  },
  TRANSACTION_TIMEOUT {
    @Override
    void befall(int process, Statement statement, DatabaseUrl login, MemoryDatabase database)
        throws SQLException {
      statement.execute("set local transaction_timeout = '10ms'");
      statement.execute("select pg_sleep(10)");
    }
  },
  /// The pooler closes the connection with a message.
  POOLER_RESTARTED {
    @Override
    void befall(int process, Statement statement, DatabaseUrl login, MemoryDatabase database) {
      database.restartPooler();
    }
  },
  /// The pooler dies without a message.
  POOLER_KILLED {
    @Override
    void befall(int process, Statement statement, DatabaseUrl login, MemoryDatabase database) {
      database.killPooler();
    }
  };

  private static final Duration LONG = Duration.ofSeconds(10);

  abstract void befall(int process, Statement statement, DatabaseUrl login, MemoryDatabase database)
      throws SQLException;

  /// Loses a connection within a transaction: the next statement after it has failed.
  ///
  /// @param login the direct URL of the connection's user
  public void lose(Connection connection, DatabaseUrl login, MemoryDatabase database)
      throws SQLException {
    if (connection.getAutoCommit()) {
      connection.setAutoCommit(false);
    }
    try (Statement statement = connection.createStatement()) {
      befall(process(connection), statement, login, database);
      statement.execute("select 1");
    }
  }

  /// The server process that does a connection's work, now.
  public static int process(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet process = statement.executeQuery("select pg_backend_pid()")) {
      process.next();
      return process.getInt(1);
    }
  }

  private static void awaitEnd(int process, DatabaseUrl login) {
    Instant end = Instant.now().plus(LONG);
    String asked = "select from pg_stat_activity where pid = " + process;
    while (!Rows.of(login, "", asked).isEmpty()) {
      if (Instant.now().isAfter(end)) {
        throw new IllegalStateException("the server lets an idle transaction be");
      }
    }
  }
}
