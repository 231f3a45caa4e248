package io.schemamemory.bench.replay;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// What a claim led to, until the next one.
record RecordedBatch(List<List<RecordedStatement>> transactions) {
  void run(Connection connection) throws SQLException, ReflectiveOperationException {
    GivenIds ids = new GivenIds();
    for (List<RecordedStatement> transaction : transactions) {
      for (RecordedStatement statement : transaction) {
        statement.run(connection, ids);
      }
      connection.commit();
    }
  }
}
