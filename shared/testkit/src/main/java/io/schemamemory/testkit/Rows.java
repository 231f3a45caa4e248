package io.schemamemory.testkit;

import io.schemamemory.data.connection.DatabaseUrl;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Runs SQL for a test and returns its rows.
public final class Rows {
  private Rows() {}

  /// Runs statements over a connection of their own.
  public static void execute(DatabaseUrl url, String sql) {
    try (Connection connection = DriverManager.getConnection(url.reveal())) {
      execute(connection, sql);
    } catch (SQLException failure) {
      throw new IllegalStateException("failed: " + sql, failure);
    }
  }

  static void execute(Connection connection, String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failure) {
      throw new IllegalStateException("failed: " + sql, failure);
    }
  }

  /// Runs a query over a connection of its own, after a statement that prepares it.
  public static List<Map<String, @Nullable Object>> of(
      DatabaseUrl url, String before, String query) {
    try (Connection connection = DriverManager.getConnection(url.reveal())) {
      return of(connection, before, query);
    } catch (SQLException failure) {
      throw new IllegalStateException("failed: " + query, failure);
    }
  }

  static List<Map<String, @Nullable Object>> of(
      Connection connection, String before, String query) {
    try (Statement statement = connection.createStatement()) {
      if (!before.isBlank()) {
        statement.execute(before);
      }
      try (ResultSet result = statement.executeQuery(query)) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        while (result.next()) {
          rows.add(row(result));
        }
        return rows;
      }
    } catch (SQLException failure) {
      throw new IllegalStateException("failed: " + query, failure);
    }
  }

  private static Map<String, @Nullable Object> row(ResultSet result) throws SQLException {
    ResultSetMetaData columns = result.getMetaData();
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      row.put(columns.getColumnLabel(i), result.getObject(i));
    }
    return row;
  }
}
