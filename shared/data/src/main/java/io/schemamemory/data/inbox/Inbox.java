package io.schemamemory.data.inbox;

import io.schemamemory.data.connection.DatabaseException;
import io.schemamemory.data.connection.PooledConnection;
import io.schemamemory.data.connection.TimeLimit;
import io.schemamemory.domain.signature.VerifiedPayload;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Stores verified payloads, each once.
public final class Inbox {
  private static final String RECEIVE = "select memory.receive(?, ?, ?, ?, ?)";
  private static final String ACTION = "storing a delivery";

  private final PooledConnection connection;

  public Inbox(PooledConnection connection) {
    this.connection = connection;
  }

  /// Stores a payload received just now; it is committed when this returns.
  ///
  /// @throws DatabaseException if it may not have been stored
  public Receipt receive(VerifiedPayload payload, TimeLimit limit) {
    try {
      return connection.repeatable(limit, open -> receive(open, payload, null));
    } catch (SQLException failure) {
      throw DatabaseException.of(ACTION, failure);
    }
  }

  /// The same without a second try: a connection that was lost is not open afterwards.
  ///
  /// @throws DatabaseException if it is not known to be stored
  public Receipt receiveOnce(VerifiedPayload payload, TimeLimit limit) {
    try {
      return connection.once(limit, open -> receive(open, payload, null));
    } catch (SQLException failure) {
      throw DatabaseException.of(ACTION, failure);
    }
  }

  /// Stores a payload over the caller's connection; the caller commits.
  ///
  /// @param receivedAt when it was received, or null for now; the database clamps it to the last 14
  ///     days
  public static Receipt receive(
      Connection open, VerifiedPayload payload, @Nullable Instant receivedAt) throws SQLException {
    try (PreparedStatement statement = open.prepareStatement(RECEIVE)) {
      statement.setString(1, payload.source());
      statement.setString(2, payload.signature());
      statement.setString(3, payload.fingerprint());
      if (receivedAt == null) {
        statement.setNull(4, Types.TIMESTAMP_WITH_TIMEZONE);
      } else {
        statement.setObject(4, receivedAt.atOffset(ZoneOffset.UTC));
      }
      statement.setBytes(5, payload.bytes());
      try (ResultSet answer = statement.executeQuery()) {
        answer.next();
        return Receipt.valueOf(answer.getString(1).toUpperCase(Locale.ROOT));
      }
    }
  }
}
