package io.schemamemory.data.connection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.PGConnection;
import org.postgresql.PGProperty;

/// One connection through a transaction pooler, opened on first use and replaced when lost.
///
/// For one thread at a time; only [#abandon] may be called from another.
public final class PooledConnection implements AutoCloseable {
  /// What PostgreSQL and PgBouncer report when the connection is lost.
  private static final Set<String> LOST =
      Set.of("08000", "08001", "08003", "08004", "08006", "08P01", "25P03", "25P04", "57P01");

  /// How long opening may continue after [#abandon]; the driver's unit is whole seconds.
  private static final int ABANDONED_SECONDS = 2;

  private final DatabaseUrl url;
  private volatile @Nullable Connection connection;
  private volatile boolean abandoned;

  public PooledConnection(DatabaseUrl url) {
    this.url = url;
  }

  /// One statement or transaction over a connection.
  @FunctionalInterface
  public interface Work<T> {
    T over(Connection connection) throws SQLException;
  }

  /// Runs work that is safe to repeat: if a reused connection is lost, once more on a new one, both
  /// within the limit.
  ///
  /// The limit applies while waiting for an answer. Looking up a name and writing into a full
  /// buffer have no time limit: [#abandon] ends those.
  public <T> T repeatable(TimeLimit limit, Work<T> work) throws SQLException {
    boolean reused = connection != null;
    try {
      return work.over(open(limit));
    } catch (SQLException failure) {
      if (!LOST.contains(failure.getSQLState())) {
        throw failure;
      }
      close();
      if (!reused || limit.isOver()) {
        throw failure;
      }
      return work.over(open(limit));
    }
  }

  /// Runs work once, over the open connection. If that turns out to be lost, it is closed.
  ///
  /// Where one [#isOpen] no name is looked up, so for what is sent without waiting the limit holds.
  public <T> T once(TimeLimit limit, Work<T> work) throws SQLException {
    try {
      return work.over(open(limit));
    } catch (SQLException failure) {
      if (LOST.contains(failure.getSQLState())) {
        close();
      }
      throw failure;
    }
  }

  /// Whether there is a connection that was not found lost.
  public boolean isOpen() {
    return connection != null;
  }

  private Connection open(TimeLimit limit) throws SQLException {
    Connection open = connection;
    if (open == null) {
      Properties properties = properties();
      PGProperty.SOCKET_TIMEOUT.set(properties, ABANDONED_SECONDS);
      open = connect(url, properties);
      connection = open;
    }
    if (abandoned) {
      close();
      throw new SQLException("the connection was abandoned while it was being opened", "08003");
    }
    // The server's own timeouts do not run while a client waits for the pooler. Rounded up, since 0
    // would mean no limit.
    open.setNetworkTimeout(Runnable::run, Math.toIntExact(limit.left().toMillis() + 1));
    return open;
  }

  /// Aborts the connection, whatever another thread is doing with it; no other will be opened.
  public void abandon() {
    abandoned = true;
    Connection open = connection;
    if (open != null) {
      try {
        open.abort(Runnable::run);
      } catch (SQLException alreadyLost) {
        // Then no thread is waiting on it.
      }
    }
  }

  /// Opens a connection that is safe through a transaction pooler.
  public static Connection connect(DatabaseUrl url) throws SQLException {
    return connect(url, properties());
  }

  private static Connection connect(DatabaseUrl url, Properties properties) throws SQLException {
    // The driver itself: DriverManager would search the whole class path first.
    Connection opened = new Driver().connect(url.reveal(), properties);
    if (opened == null) {
      throw new SQLException("not a PostgreSQL URL: " + url, "08001");
    }
    requireUnnamed(opened);
    return opened;
  }

  /// A named statement through a transaction pooler may return another client's rows.
  private static void requireUnnamed(Connection opened) throws SQLException {
    if (opened.unwrap(PGConnection.class).getPrepareThreshold() != 0) {
      opened.close();
      throw new SQLException(
          "prepareThreshold must be 0: the connection names its statements", "0A000");
    }
  }

  /// Properties that every connection through a pooler needs, whatever its URL says.
  public static Properties properties() {
    Properties properties = new Properties();
    // A named statement may hit another client's of the same name on a pooled server connection.
    PGProperty.PREPARE_THRESHOLD.set(properties, 0);
    // One second is half of what PlanetScale waits; the driver's unit is whole seconds.
    PGProperty.CONNECT_TIMEOUT.set(properties, 1);
    // The server's error details repeat values of rows, and would reach the log.
    PGProperty.LOG_SERVER_ERROR_DETAIL.set(properties, false);
    PGProperty.APPLICATION_NAME.set(properties, "schema-memory");
    return properties;
  }

  @Override
  public void close() {
    Connection open = connection;
    connection = null;
    if (open != null) {
      try {
        open.close();
      } catch (SQLException alreadyLost) {
        // A lost connection needs no closing.
      }
    }
  }
}
