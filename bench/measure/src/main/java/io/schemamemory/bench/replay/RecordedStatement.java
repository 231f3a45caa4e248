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
      if (locksObservations()) {
        ids.learn(answer, first);
      }
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

  /// It answers with their numbers in key order.
  private boolean locksObservations() {
    return sql.strip().endsWith("for update")
        && !answer.isEmpty()
        && GivenIds.isOne(answer.getFirst());
  }
}
