package io.schemamemory.bench.replay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// A statement as it was sent.
///
/// @param answer the first column of its result
record RecordedStatement(String sql, List<ParameterSetter> settings, List<Object> answer) {
  boolean isSameAs(RecordedStatement other) {
    return sql.equals(other.sql) && settings.equals(other.settings);
  }

  /// Sends it again and reads its whole result; returns the first column.
  List<Object> run(Connection connection, ReplayIds ids)
      throws SQLException, ReflectiveOperationException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (ParameterSetter setting : settings) {
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

  /// The ids of observations that were inserted (answered as JSON) or locked (answered as a
  /// column), in key order.
  private List<Long> taken(List<Object> answer) {
    return switch (answer.isEmpty() ? null : answer.getFirst()) {
      case String text when TextTemplate.isOne(text) -> TextTemplate.of(text).ids();
      case Long id when ReplayIds.isOne(id) && sql.strip().endsWith("for update") ->
          answer.stream().map(Long.class::cast).toList();
      case null, default -> List.of();
    };
  }
}
