package io.schemamemory.bench.replay;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// The transactions between one claim and the next.
record RecordedBatch(List<List<RecordedStatement>> transactions) {
  void run(Connection connection) throws SQLException, ReflectiveOperationException {
    ReplayIds ids = new ReplayIds();
    for (List<RecordedStatement> transaction : transactions) {
      for (RecordedStatement statement : transaction) {
        statement.run(connection, ids);
      }
      connection.commit();
    }
  }
}
