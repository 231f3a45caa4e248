package io.schemamemory.data.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/// Reads and writes what a keyset is checked by, over the connection of one transaction.
public final class StoredCanary {
  private static final String READ = "select sealed, hash from memory.keyset_canary";

  /// The first writer wins; whom the owner has given up, the next one replaces.
  private static final String FIRST =
      """
      insert into memory.keyset_canary as c (sealed, hash)
      values (?, ?)
      on conflict (id) do update
      set sealed = excluded.sealed, hash = excluded.hash
      where c.sealed is null
      """;

  private static final String RENEW =
      "update memory.keyset_canary set sealed = ?, hash = ? where sealed = ? and hash = ?";

  private static final String NEWEST =
      """
      select f.id, f.workspace_id, f.organization, e.id, encode(e.body, 'hex')
      from memory.audit_log_entry e
      join memory.feed f on f.id = e.feed_id
      order by e.created_at desc, e.number desc
      limit 1
      """;

  private static final String NEWEST_IN_QUARANTINE =
      """
      select f.id, f.workspace_id, f.organization, q.reference, encode(q.payload, 'hex')
      from memory.quarantine q
      join memory.feed f on f.id = q.feed_id
      where q.kind = 'audit_entry'
      order by q.id desc
      limit 1
      """;

  private final Connection connection;

  public StoredCanary(Connection connection) {
    this.connection = connection;
  }

  /// What is stored.
  public sealed interface State {
    /// No keyset was used yet, as far as this says.
    record Absent() implements State {}

    /// The owner gives up the keys that were in use; the next are taken.
    record GivenUp() implements State {}

    /// The canary of the keyset that is in use.
    @SuppressWarnings("ArrayRecordComponent") // Passed on at once, and never compared.
    record Present(byte[] sealed, byte[] hash) implements State {}
  }

  /// A sealed value of the ledger, or of its quarantine.
  ///
  /// @param key the entry's id, or the quarantined payload's reference
  public record SealedValue(Feed feed, String key, String hex) {}

  public State read() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(READ);
        ResultSet row = statement.executeQuery()) {
      if (!row.next()) {
        return new State.Absent();
      }
      byte[] sealed = row.getBytes(1);
      return sealed == null ? new State.GivenUp() : new State.Present(sealed, row.getBytes(2));
    }
  }

  /// Stores the first one; nothing if another was stored meanwhile.
  public void store(byte[] sealed, byte[] hash) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(FIRST)) {
      statement.setBytes(1, sealed);
      statement.setBytes(2, hash);
      statement.executeUpdate();
    }
  }

  /// Replaces one; nothing if it is another by now.
  public void renew(State.Present before, byte[] sealed, byte[] hash) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(RENEW)) {
      statement.setBytes(1, sealed);
      statement.setBytes(2, hash);
      statement.setBytes(3, before.sealed());
      statement.setBytes(4, before.hash());
      statement.executeUpdate();
    }
  }

  /// The newest body in the ledger.
  public Optional<SealedValue> newestBody() throws SQLException {
    return newest(NEWEST);
  }

  /// The newest payload in the ledger's quarantine.
  public Optional<SealedValue> newestPayload() throws SQLException {
    return newest(NEWEST_IN_QUARANTINE);
  }

  private Optional<SealedValue> newest(String query) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query);
        ResultSet row = statement.executeQuery()) {
      return row.next()
          ? Optional.of(
              new SealedValue(
                  new Feed(row.getLong(1), row.getLong(2), row.getString(3)),
                  row.getString(4),
                  row.getString(5)))
          : Optional.empty();
    }
  }
}
