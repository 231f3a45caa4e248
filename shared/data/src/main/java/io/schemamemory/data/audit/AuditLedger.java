package io.schemamemory.data.audit;

import io.schemamemory.data.months.Months;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Our copy of audit logs, over the connection of one transaction.
public final class AuditLedger {
  private static final String TABLE = "audit_log_entry";

  /// The workspace comes from the feed; a caller cannot choose it.
  private static final String ADD =
      """
      insert into memory.audit_log_entry (
        feed_id, workspace_id, id, created_at, time_doubtful, updated_at, action, actor_type, actor_id,
        auditable_type, auditable_id, target_type, target_id, body, remote_ip_hash, email_hash)
      select f.id, f.workspace_id, e.id, e.created_at, e.time_doubtful, e.updated_at, e.action, e.actor_type,
        e.actor_id, e.auditable_type, e.auditable_id, e.target_type, e.target_id,
        decode(e.body, 'hex'), decode(e.remote_ip_hash, 'hex'), decode(e.email_hash, 'hex')
      from unnest(
        ?::text[], ?::timestamptz[], ?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::text[],
        ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
        ?::boolean[]
      ) as e (
        id, created_at, updated_at, action, actor_type, actor_id, auditable_type, auditable_id,
        target_type, target_id, body, remote_ip_hash, email_hash, time_doubtful)
      join memory.feed f on f.id = ?
      on conflict (feed_id, id, created_at) do nothing
      returning id, number
      """;

  private static final String BETWEEN =
      """
      select id from memory.audit_log_entry
      where workspace_id = ? and feed_id = ? and created_at > ? and created_at <= ?
        and not time_doubtful
      """;

  private final Connection connection;

  public AuditLedger(Connection connection) {
    this.connection = connection;
  }

  /// Inserts the entries that are new and whose month the retention policy still keeps.
  ///
  /// @return the numbers of the new entries, by PlanetScale's id
  public Map<String, Long> add(Feed feed, List<LedgerEntry> entries) throws SQLException {
    Set<YearMonth> kept =
        new Months(connection)
            .ensure(TABLE, entries.stream().map(AuditLedger::month).distinct().toList());
    // In key order, so that two writers cannot deadlock.
    List<LedgerEntry> rows =
        entries.stream()
            .filter(entry -> kept.contains(month(entry)))
            .sorted(Comparator.comparing(LedgerEntry::id))
            .toList();
    return rows.isEmpty() ? Map.of() : insert(feed, rows);
  }

  /// The entries of a feed, of undoubted times, that lie after one time and not after another: what
  /// PlanetScale must show between the two.
  public Set<String> between(Feed feed, Instant after, Instant notAfter) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(BETWEEN)) {
      statement.setLong(1, feed.workspaceId());
      statement.setLong(2, feed.id());
      statement.setObject(3, after.atOffset(ZoneOffset.UTC));
      statement.setObject(4, notAfter.atOffset(ZoneOffset.UTC));
      try (ResultSet rows = statement.executeQuery()) {
        Set<String> ids = new HashSet<>();
        while (rows.next()) {
          ids.add(rows.getString(1));
        }
        return ids;
      }
    }
  }

  private Map<String, Long> insert(Feed feed, List<LedgerEntry> rows) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(ADD)) {
      texts(statement, 1, rows, LedgerEntry::id);
      times(statement, 2, rows, LedgerEntry::createdAt);
      times(statement, 3, rows, LedgerEntry::updatedAt);
      texts(statement, 4, rows, LedgerEntry::action);
      texts(statement, 5, rows, row -> row.actor().type());
      texts(statement, 6, rows, row -> row.actor().id());
      texts(statement, 7, rows, row -> row.auditable().type());
      texts(statement, 8, rows, row -> row.auditable().id());
      texts(statement, 9, rows, row -> row.target().type());
      texts(statement, 10, rows, row -> row.target().id());
      texts(statement, 11, rows, LedgerEntry::body);
      texts(statement, 12, rows, LedgerEntry::remoteIpHash);
      texts(statement, 13, rows, LedgerEntry::emailHash);
      statement.setArray(
          14,
          connection.createArrayOf(
              "boolean", rows.stream().map(LedgerEntry::isTimeDoubtful).toArray(Boolean[]::new)));
      statement.setLong(15, feed.id());
      try (ResultSet added = statement.executeQuery()) {
        Map<String, Long> numbers = new HashMap<>();
        while (added.next()) {
          numbers.put(added.getString(1), added.getLong(2));
        }
        return numbers;
      }
    }
  }

  private static YearMonth month(LedgerEntry entry) {
    return YearMonth.from(entry.createdAt().atOffset(ZoneOffset.UTC));
  }

  /// A `String[]`, because the driver sends it in binary; an `Object[]` it writes out as text.
  private void texts(
      PreparedStatement statement,
      int index,
      List<LedgerEntry> rows,
      Function<LedgerEntry, @Nullable String> column)
      throws SQLException {
    @Nullable String[] texts = rows.stream().map(column).toArray(String[]::new);
    statement.setArray(index, connection.createArrayOf("text", texts));
  }

  private void times(
      PreparedStatement statement,
      int index,
      List<LedgerEntry> rows,
      Function<LedgerEntry, @Nullable Instant> column)
      throws SQLException {
    Object[] times =
        rows.stream()
            .map(column)
            .map(time -> time == null ? null : time.atOffset(ZoneOffset.UTC))
            .toArray();
    statement.setArray(index, connection.createArrayOf("timestamptz", times));
  }
}
