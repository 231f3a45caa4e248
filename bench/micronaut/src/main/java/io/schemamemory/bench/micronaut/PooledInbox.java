package io.schemamemory.bench.micronaut;

import io.schemamemory.domain.signature.VerifiedPayload;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/// Stores payloads over the pool Micronaut makes from the properties.
@Singleton
class PooledInbox {
  private final DataSource pool;

  PooledInbox(DataSource pool) {
    this.pool = pool;
  }

  /// Whether the payload is stored, now or before.
  boolean receive(VerifiedPayload payload) {
    try (Connection connection = pool.getConnection();
        PreparedStatement receive =
            connection.prepareStatement("select memory.receive(?, ?, ?, null, ?)")) {
      receive.setString(1, payload.source());
      receive.setString(2, payload.signature());
      receive.setString(3, payload.fingerprint());
      receive.setBytes(4, payload.bytes());
      try (ResultSet answer = receive.executeQuery()) {
        answer.next();
        return !answer.getString(1).equals("unknown_source");
      }
    } catch (SQLException failure) {
      throw new IllegalStateException("not stored", failure);
    }
  }
}
