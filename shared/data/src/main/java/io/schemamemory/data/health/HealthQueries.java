package io.schemamemory.data.health;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Queries about the database's own health, over the connection of one transaction.
///
/// The poller's rights are enough for all but [#pending()], which needs the owner's.
public final class HealthQueries {
  /// From the catalogue, which every login may read, so a month is known by its table's name.
  private static final String MONTHS =
      """
      with now as (select to_char(now() at time zone 'UTC', 'YYYYMM') as month)
      select p.relname as table_name,
        count(*) filter (where right(m.relname, 6) = now.month) as current,
        count(*) filter (where right(m.relname, 6) > now.month) as ahead
      from now, pg_catalog.pg_class p
      join pg_catalog.pg_namespace n on n.oid = p.relnamespace
      left join pg_catalog.pg_inherits i on i.inhparent = p.oid
      left join pg_catalog.pg_class m on m.oid = i.inhrelid
      where n.nspname = 'memory' and p.relkind = 'p'
      group by p.relname
      order by p.relname
      """;

  private static final String FEEDS =
      """
      select f.organization, p.began_at is not null as walking,
        extract(epoch from clock_timestamp() - p.caught_up_at)::bigint as seconds
      from memory.feed f
      left join memory.feed_position p on p.feed_id = f.id
      order by f.organization
      """;

  private static final String QUARANTINE =
      """
      select kind, count(*) as number, min(quarantined_at) as since
      from memory.quarantine
      group by kind
      order by kind
      """;

  /// A claimed delivery has not_before set to the end of its claim.
  private static final String PENDING =
      """
      select count(*) as number,
        extract(epoch from clock_timestamp() - min(not_before))::bigint as seconds
      from memory.pending
      where not_before < clock_timestamp()
      """;

  /// Lambda stops every run after 15 minutes.
  private static final String UNFINISHED =
      """
      select function, count(*) as number, max(started_at) as latest
      from memory.run
      where outcome = 'running'
        and started_at between clock_timestamp() - interval '1 day'
          and clock_timestamp() - interval '15 minutes'
      group by function
      order by function
      """;

  private final Connection connection;

  public HealthQueries(Connection connection) {
    this.connection = connection;
  }

  /// How many months ahead a table has.
  ///
  /// @param current whether it has the current month
  /// @param ahead how many later months it has
  public record MonthsAhead(String table, boolean current, int ahead) {}

  /// How far a feed is read.
  ///
  /// @param walking whether a walk is under way
  /// @param behind how long ago the last completed walk began
  public record FeedLag(String organization, boolean walking, Optional<Duration> behind) {}

  /// What is in quarantine, of one kind.
  public record QuarantineCount(String kind, long number, Instant since) {}

  /// The deliveries that are pending and not claimed.
  ///
  /// @param longest how long the oldest has been
  public record PendingCount(long number, Duration longest) {}

  /// A function's runs of the last day that were killed: they did not record their end.
  ///
  /// @param latest when the last of them started
  public record UnfinishedRuns(String function, long number, Instant latest) {}

  /// Every table with months.
  public List<MonthsAhead> months() throws SQLException {
    return rows(
        MONTHS,
        row ->
            new MonthsAhead(
                row.getString("table_name"), row.getInt("current") > 0, row.getInt("ahead")));
  }

  /// Every feed.
  public List<FeedLag> feeds() throws SQLException {
    return rows(
        FEEDS,
        row ->
            new FeedLag(
                row.getString("organization"),
                row.getBoolean("walking"),
                seconds(row).map(Duration::ofSeconds)));
  }

  /// What is in quarantine, by kind.
  public List<QuarantineCount> quarantine() throws SQLException {
    return rows(
        QUARANTINE,
        row ->
            new QuarantineCount(row.getString("kind"), row.getLong("number"), time(row, "since")));
  }

  /// What is pending and not claimed.
  public PendingCount pending() throws SQLException {
    return rows(
            PENDING,
            row ->
                new PendingCount(
                    row.getLong("number"),
                    seconds(row).map(Duration::ofSeconds).orElse(Duration.ZERO)))
        .getFirst();
  }

  /// The killed runs, by function.
  public List<UnfinishedRuns> unfinishedRuns() throws SQLException {
    return rows(
        UNFINISHED,
        row ->
            new UnfinishedRuns(
                row.getString("function"), row.getLong("number"), time(row, "latest")));
  }

  /// Reads one row.
  @FunctionalInterface
  private interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private <T> List<T> rows(String query, Reader<T> reader) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query);
        ResultSet rows = statement.executeQuery()) {
      List<T> read = new ArrayList<>();
      while (rows.next()) {
        read.add(reader.read(rows));
      }
      return read;
    }
  }

  private static Optional<Long> seconds(ResultSet row) throws SQLException {
    long seconds = row.getLong("seconds");
    return row.wasNull() ? Optional.empty() : Optional.of(seconds);
  }

  private static Instant time(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
