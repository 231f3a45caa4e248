package io.schemamemory.data.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// Where audit entries rest that could not be read, over the connection of one transaction.
public final class AuditQuarantine {
  private static final String PUT =
      """
      insert into memory.quarantine as q
        (kind, reference, reason, attempts, version, event, feed_id, payload)
      values ('audit_entry', ?, ?, 1, ?, ?, ?, decode(?, 'hex'))
      on conflict (kind, reference) do update
      set reason = excluded.reason, attempts = least(q.attempts + 1, 32767),
          version = excluded.version, quarantined_at = clock_timestamp()
      where ? or q.version <> excluded.version or q.reason <> excluded.reason
      """;

  private static final String RELEASE =
      """
      delete from memory.quarantine
      where kind = 'audit_entry' and feed_id = ? and reference = any(?::bigint[])
      """;

  private static final String STALE =
      """
      select reference, encode(payload, 'hex')
      from memory.quarantine
      where kind = 'audit_entry' and feed_id = ? and reference > ? and substring(payload for 5) <> ?
      order by reference
      limit ?
      for update
      """;

  private static final String REPLACE =
      """
      update memory.quarantine set payload = decode(?, 'hex')
      where kind = 'audit_entry' and reference = ?
      """;

  private final Connection connection;

  public AuditQuarantine(Connection connection) {
    this.connection = connection;
  }

  /// Puts entries to rest; gives how many had not been there, or not for this reason. What is shown
  /// again and again counts as one attempt of a version.
  public int put(Feed feed, Collection<QuarantinedEntry> entries) throws SQLException {
    return put(feed, entries, false);
  }

  /// Leaves entries at rest that were read again, each with one attempt more; gives how many.
  public int leave(Feed feed, Collection<QuarantinedEntry> entries) throws SQLException {
    return put(feed, entries, true);
  }

  private int put(Feed feed, Collection<QuarantinedEntry> entries, boolean again)
      throws SQLException {
    int fresh = 0;
    try (PreparedStatement statement = connection.prepareStatement(PUT)) {
      for (QuarantinedEntry entry : entries) {
        statement.setLong(1, entry.reference());
        statement.setString(2, entry.reason());
        statement.setString(3, entry.version());
        statement.setString(4, entry.action());
        statement.setLong(5, feed.id());
        statement.setString(6, entry.payload());
        statement.setBoolean(7, again);
        fresh += statement.executeUpdate();
      }
    }
    return fresh;
  }

  /// Locks the next payloads, by reference, that were sealed with another key.
  ///
  /// @param mark what everything sealed with the key in use begins with
  public NavigableMap<Long, String> stale(Feed feed, long after, byte[] mark, int limit)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(STALE)) {
      statement.setLong(1, feed.id());
      statement.setLong(2, after);
      statement.setBytes(3, mark);
      statement.setInt(4, limit);
      try (ResultSet rows = statement.executeQuery()) {
        NavigableMap<Long, String> stale = new TreeMap<>();
        while (rows.next()) {
          stale.put(rows.getLong(1), rows.getString(2));
        }
        return stale;
      }
    }
  }

  /// Puts payloads sealed anew, in hex, in the place of those that were locked.
  public void replace(Map<Long, String> payloads) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(REPLACE)) {
      for (Map.Entry<Long, String> payload : payloads.entrySet()) {
        statement.setString(1, payload.getValue());
        statement.setLong(2, payload.getKey());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  /// Takes out what could be read after all.
  public void release(Feed feed, Collection<Long> references) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(RELEASE)) {
      statement.setLong(1, feed.id());
      statement.setArray(2, connection.createArrayOf("bigint", references.toArray()));
      statement.executeUpdate();
    }
  }
}
