package io.schemamemory.bench.receiver;

import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.data.connection.PooledConnection;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;

/// Sends the receiver's statement with the JDBC driver alone: the floor for a receiver in Java.
record BareDriver(Connection connection) {
  private static final String SIGNATURE = "0".repeat(64);
  private static final String FINGERPRINT = "0".repeat(16);

  static BareDriver connect(String url) throws SQLException {
    return new BareDriver(PooledConnection.connect(DatabaseUrl.parse(url)));
  }

  void store(byte[] body) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select memory.receive(?, ?, ?, ?, ?)")) {
      statement.setString(1, "default");
      statement.setString(2, SIGNATURE);
      statement.setString(3, FINGERPRINT);
      statement.setNull(4, Types.TIMESTAMP_WITH_TIMEZONE);
      statement.setBytes(5, body);
      try (ResultSet answer = statement.executeQuery()) {
        if (!answer.next() || !answer.getString(1).equals("stored")) {
          throw new IllegalStateException("a new body was not stored");
        }
      }
    }
  }
}
