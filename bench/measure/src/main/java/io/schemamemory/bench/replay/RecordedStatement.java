package io.schemamemory.bench.replay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// A statement as it was sent.
///
/// @param answer the first column of it
record RecordedStatement(String sql, List<Setting> settings, List<Object> answer) {
  boolean isSameAs(RecordedStatement other) {
    return sql.equals(other.sql) && settings.equals(other.settings);
  }

  /// Sends it again and reads all it is answered; gives the first column.
  List<Object> run(Connection connection, GivenIds ids)
      throws SQLException, ReflectiveOperationException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (Setting setting : settings) {
        setting.apply(statement, ids);
      }
      List<Object> first = new ArrayList<>();
      if (statement.execute()) {
        read(statement, first);
      }
      ids.learn(taken(answer), taken(first));
      return first;
    }
  }

  private static void read(PreparedStatement statement, List<Object> first) throws SQLException {
    try (ResultSet rows = statement.getResultSet()) {
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        first.add(rows.getObject(1));
        for (int column = 2; column <= columns; column++) {
          rows.getObject(column);
        }
      }
    }
  }

  /// The numbers of observations that were made or locked, in key order: making answers with a JSON
  /// text, locking with a column.
  private List<Long> taken(List<Object> answer) {
    return switch (answer.isEmpty() ? null : answer.getFirst()) {
      case String text when TextWithIds.isOne(text) -> TextWithIds.of(text).ids();
      case Long id when GivenIds.isOne(id) && sql.strip().endsWith("for update") ->
          answer.stream().map(Long.class::cast).toList();
      case null, default -> List.of();
    };
  }
}
