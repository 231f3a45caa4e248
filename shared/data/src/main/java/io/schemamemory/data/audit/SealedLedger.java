package io.schemamemory.data.audit;

import io.schemamemory.data.BatchSize;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Finds and replaces ledger values that are not sealed or hashed with the primary keys, over the
/// connection of one transaction.
public final class SealedLedger {
  private static final String LOCK_STALE =
      """
      select id, created_at, encode(body, 'hex'), encode(remote_ip_hash, 'hex'), encode(email_hash, 'hex')
      from (
        select locked.*,
          sum(octet_length(body)) over (order by id rows unbounded preceding) - octet_length(body)
            as bytes_before
        from (
          select id, created_at, body, remote_ip_hash, email_hash
          from memory.audit_log_entry
          where feed_id = ? and id > ?
            and (substring(body for 5) <> ?
              or substring(remote_ip_hash for 5) <> ? or substring(email_hash for 5) <> ?)
          order by id
          limit ?
          for update) as locked
      ) as added_up
      where bytes_before < ?
      order by id
      """;

  private static final String REPLACE =
      """
      update memory.audit_log_entry e
      set body = decode(n.body, 'hex'), remote_ip_hash = decode(n.remote_ip_hash, 'hex'),
          email_hash = decode(n.email_hash, 'hex')
      from unnest(?::text[], ?::timestamptz[], ?::text[], ?::text[], ?::text[])
        as n (id, created_at, body, remote_ip_hash, email_hash)
      where e.feed_id = ? and e.id = n.id and e.created_at = n.created_at
      """;

  private final Connection connection;

  public SealedLedger(Connection connection) {
    this.connection = connection;
  }

  /// An entry's sealed values, in hex.
  public record Row(
      String id,
      OffsetDateTime createdAt,
      String body,
      @Nullable String remoteIpHash,
      @Nullable String emailHash) {}

  /// Locks the next entries that have a value made with another key, in the order of ids, up to
  /// `BatchSize.BYTES` of bodies.
  ///
  /// @param sealing the first bytes of everything sealed with the primary key
  /// @param hashing the first bytes of every hash made with the primary key
  public List<Row> stale(Feed feed, String afterId, byte[] sealing, byte[] hashing, int limit)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(LOCK_STALE)) {
      statement.setLong(1, feed.id());
      statement.setString(2, afterId);
      statement.setBytes(3, sealing);
      statement.setBytes(4, hashing);
      statement.setBytes(5, hashing);
      statement.setInt(6, limit);
      statement.setLong(7, BatchSize.BYTES);
      try (ResultSet rows = statement.executeQuery()) {
        List<Row> stale = new ArrayList<>();
        while (rows.next()) {
          stale.add(
              new Row(
                  rows.getString(1),
                  rows.getObject(2, OffsetDateTime.class),
                  rows.getString(3),
                  rows.getString(4),
                  rows.getString(5)));
        }
        return stale;
      }
    }
  }

  /// Replaces the values of locked entries.
  public void replace(Feed feed, List<Row> rows) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(REPLACE)) {
      set(statement, 1, "text", rows, Row::id);
      set(statement, 2, "timestamptz", rows, Row::createdAt);
      set(statement, 3, "text", rows, Row::body);
      set(statement, 4, "text", rows, Row::remoteIpHash);
      set(statement, 5, "text", rows, Row::emailHash);
      statement.setLong(6, feed.id());
      statement.executeUpdate();
    }
  }

  private void set(
      PreparedStatement statement,
      int index,
      String type,
      List<Row> rows,
      Function<Row, @Nullable Object> column)
      throws SQLException {
    statement.setArray(index, connection.createArrayOf(type, rows.stream().map(column).toArray()));
  }
}
