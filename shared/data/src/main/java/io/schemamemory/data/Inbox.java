package io.schemamemory.data;

import io.schemamemory.domain.signature.VerifiedPayload;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;

/// Where verified payloads are stored, each once.
public final class Inbox {
  private static final String RECEIVE = "select memory.receive(?, ?, ?, null, ?)";

  private final PooledConnection connection;

  public Inbox(PooledConnection connection) {
    this.connection = connection;
  }

  /// Stores a payload; when this returns, it is committed.
  ///
  /// @throws DatabaseException if it is not known to be stored
  public Receipt receive(VerifiedPayload payload) {
    try {
      return connection.repeatable(open -> receive(open, payload));
    } catch (SQLException failure) {
      throw DatabaseException.of("storing a delivery", failure);
    }
  }

  private static Receipt receive(Connection open, VerifiedPayload payload) throws SQLException {
    try (PreparedStatement statement = open.prepareStatement(RECEIVE)) {
      statement.setString(1, payload.source());
      statement.setString(2, payload.signature());
      statement.setString(3, payload.fingerprint());
      statement.setBytes(4, payload.bytes());
      try (ResultSet answer = statement.executeQuery()) {
        answer.next();
        return Receipt.valueOf(answer.getString(1).toUpperCase(Locale.ROOT));
      }
    }
  }
}
