package io.schemamemory.job.database;

import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.data.connection.PooledConnection;
import io.schemamemory.data.connection.SqlState;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Optional;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Opens the pool's connections with the current login; one that is refused is looked up anew, and
/// tried once more if it has changed.
record LoginDatasource(CurrentLogin login) implements DataSource {
  @Override
  public Connection getConnection() throws SQLException {
    DatabaseUrl url = login.url();
    try {
      return PooledConnection.connect(url);
    } catch (SQLException refused) {
      Optional<DatabaseUrl> other =
          SqlState.mayRefuseLogin(refused) ? login.insteadOf(url) : Optional.empty();
      if (other.isEmpty()) {
        throw refused;
      }
      return PooledConnection.connect(other.get());
    }
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    throw new SQLFeatureNotSupportedException("the login is the current one");
  }

  @Override
  public @Nullable PrintWriter getLogWriter() {
    return null;
  }

  @Override
  public void setLogWriter(@Nullable PrintWriter out) {}

  /// The connections have their own limit.
  @Override
  public void setLoginTimeout(int seconds) {}

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException("it logs nothing");
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    throw new SQLException("it wraps nothing");
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return false;
  }
}
