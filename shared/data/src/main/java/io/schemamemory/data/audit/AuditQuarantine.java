package io.schemamemory.data.audit;

import io.schemamemory.data.BatchSize;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/// Quarantines audit entries that could not be read, over the connection of one transaction.
public final class AuditQuarantine {
  private static final String UPSERT =
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
      returning reference
      """;

  private static final String LOCK_STALE =
      """
      select reference, encode(payload, 'hex')
      from (
        select reference, payload,
          sum(octet_length(payload)) over (order by reference rows unbounded preceding)
            - octet_length(payload) as bytes_before
        from (
          select reference, payload
          from memory.quarantine
          where kind = 'audit_entry' and feed_id = ? and reference > ?
            and substring(payload for 5) <> ?
          order by reference
          limit ?
          for update) as locked
      ) as added_up
      where bytes_before < ?
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

  /// Quarantines entries. PlanetScale returns the same entry in many polls, so a version counts one
  /// attempt however often it sees it.
  ///
  /// @return how many are new, or failed in another version or for another reason
  public int add(Feed feed, Collection<QuarantinedEntry> entries) throws SQLException {
    return upsert(feed, entries, false);
  }

  /// Counts one more attempt for entries that a replay could not read either.
  ///
  /// @return how many
  public int addAttempt(Feed feed, Collection<QuarantinedEntry> entries) throws SQLException {
    return upsert(feed, entries, true);
  }

  private int upsert(Feed feed, Collection<QuarantinedEntry> entries, boolean alwaysCount)
      throws SQLException {
    int changed = 0;
    try (PreparedStatement statement = connection.prepareStatement(UPSERT)) {
      for (QuarantinedEntry entry : entries) {
        statement.setLong(1, entry.reference());
        statement.setString(2, entry.reason());
        statement.setString(3, entry.version());
        statement.setString(4, entry.action());
        statement.setLong(5, feed.id());
        statement.setString(6, entry.payload());
        statement.setBoolean(7, alwaysCount);
        changed += statement.executeUpdate();
      }
    }
    return changed;
  }

  /// Locks the next payloads that are not sealed with the primary key, in the order of references,
  /// up to `BatchSize.BYTES` of them.
  ///
  /// @param mark the first bytes of everything sealed with the primary key
  public NavigableMap<Long, String> stale(Feed feed, long after, byte[] mark, int limit)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(LOCK_STALE)) {
      statement.setLong(1, feed.id());
      statement.setLong(2, after);
      statement.setBytes(3, mark);
      statement.setInt(4, limit);
      statement.setLong(5, BatchSize.BYTES);
      try (ResultSet rows = statement.executeQuery()) {
        NavigableMap<Long, String> stale = new TreeMap<>();
        while (rows.next()) {
          stale.put(rows.getLong(1), rows.getString(2));
        }
        return stale;
      }
    }
  }

  /// Replaces locked payloads.
  ///
  /// @param payloads sealed again, in hex, by reference
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

  /// Removes entries that have been read.
  ///
  /// @return the references of those that were there
  public Set<Long> release(Feed feed, Collection<Long> references) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(RELEASE)) {
      statement.setLong(1, feed.id());
      statement.setArray(2, connection.createArrayOf("bigint", references.toArray()));
      try (ResultSet rows = statement.executeQuery()) {
        Set<Long> released = new HashSet<>();
        while (rows.next()) {
          released.add(rows.getLong(1));
        }
        return released;
      }
    }
  }
}
