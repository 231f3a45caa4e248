package io.schemamemory.normalizedeliveries;

import io.schemamemory.data.connection.PooledConnection;
import io.schemamemory.roles.Login;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/// Queries through the pooler, as a login, for a tenant.
final class TenantQuery {
  private TenantQuery() {}

  /// The first column of the first row, or nothing.
  static String as(Login login, @Nullable String tenant, String query) throws SQLException {
    try (Connection connection =
        PooledConnection.connect(NormalizerFixture.database.pooled(login))) {
      connection.setAutoCommit(false);
      if (tenant != null) {
        try (PreparedStatement choose =
            connection.prepareStatement("select set_config('app.workspace_id', ?, true)")) {
          choose.setString(1, tenant);
          choose.execute();
        }
      }
      return first(connection, query);
    }
  }

  private static String first(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      boolean rows = statement.execute(query);
      while (!rows && statement.getUpdateCount() >= 0) {
        rows = statement.getMoreResults();
      }
      if (!rows) {
        return "";
      }
      try (ResultSet result = statement.getResultSet()) {
        return result.next() && result.getMetaData().getColumnCount() > 0
            ? String.valueOf(result.getString(1))
            : "";
      }
    }
  }
}
