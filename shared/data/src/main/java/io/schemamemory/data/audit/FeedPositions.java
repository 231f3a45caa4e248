package io.schemamemory.data.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Reads and saves how far feeds are read, over the connection of the transaction that also writes
/// the entries.
public final class FeedPositions {
  private static final String READ =
      """
      select watermark, caught_up_at, full_scan, began_at, newest, oldest, cursor, pages, mark,
        extract(epoch from overlap)::bigint as overlap, extract(epoch from latest)::bigint as latest,
        compared_at, comparing_since, comparing_cursor, comparing_oldest, comparing_edge,
        comparing_missing, comparing_pages, comparing_mark
      from memory.feed_position
      where feed_id = ?
      """;

  private static final String SAVE =
      """
      insert into memory.feed_position (
        feed_id, watermark, caught_up_at, full_scan, began_at, newest, oldest, cursor, pages, mark,
        overlap, latest, compared_at, comparing_since, comparing_cursor, comparing_oldest,
        comparing_edge, comparing_missing, comparing_pages, comparing_mark)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, make_interval(secs => ?), make_interval(secs => ?), ?, ?, ?, ?,
        ?, ?, ?, ?)
      on conflict (feed_id) do update
      set watermark = excluded.watermark, caught_up_at = excluded.caught_up_at,
          full_scan = excluded.full_scan, began_at = excluded.began_at, newest = excluded.newest,
          oldest = excluded.oldest, cursor = excluded.cursor, pages = excluded.pages,
          mark = excluded.mark, overlap = excluded.overlap, latest = excluded.latest,
          compared_at = excluded.compared_at, comparing_since = excluded.comparing_since,
          comparing_cursor = excluded.comparing_cursor, comparing_oldest = excluded.comparing_oldest,
          comparing_edge = excluded.comparing_edge, comparing_missing = excluded.comparing_missing,
          comparing_pages = excluded.comparing_pages, comparing_mark = excluded.comparing_mark
      """;

  private final Connection connection;

  public FeedPositions(Connection connection) {
    this.connection = connection;
  }

  /// The saved position, or [FeedPosition#START] if the feed was never read.
  public FeedPosition read(Feed feed) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(READ)) {
      statement.setLong(1, feed.id());
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? position(row) : FeedPosition.START;
      }
    }
  }

  /// Saves a feed's position, replacing the one before.
  public void save(Feed feed, FeedPosition position) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(SAVE)) {
      statement.setLong(1, feed.id());
      set(statement, 2, position.watermark());
      set(statement, 3, position.caughtUpAt());
      statement.setBoolean(4, position.fullScan());
      walk(statement, position.walk());
      statement.setLong(11, position.overlap().length().toSeconds());
      statement.setLong(12, position.overlap().latest().toSeconds());
      set(statement, 13, position.comparedAt());
      comparison(statement, position.comparison());
      statement.executeUpdate();
    }
  }

  private static void walk(PreparedStatement statement, FeedPosition.@Nullable Walk walk)
      throws SQLException {
    set(statement, 5, walk == null ? null : walk.beganAt());
    set(statement, 6, walk == null ? null : walk.newest());
    set(statement, 7, walk == null ? null : walk.oldest());
    statement.setString(8, walk == null ? null : walk.cursor());
    statement.setLong(9, walk == null ? 0 : walk.trail().pages());
    statement.setString(10, walk == null ? null : walk.trail().mark());
  }

  private void comparison(PreparedStatement statement, @Nullable Comparison comparison)
      throws SQLException {
    set(statement, 14, comparison == null ? null : comparison.beganAt());
    statement.setString(15, comparison == null ? null : comparison.cursor());
    set(statement, 16, comparison == null ? null : comparison.oldest());
    List<String> edge = comparison == null ? List.of() : comparison.edge();
    statement.setArray(17, connection.createArrayOf("text", edge.toArray(String[]::new)));
    statement.setObject(18, comparison == null ? null : comparison.missing(), Types.BIGINT);
    statement.setLong(19, comparison == null ? 0 : comparison.trail().pages());
    statement.setString(20, comparison == null ? null : comparison.trail().mark());
  }

  private static FeedPosition position(ResultSet row) throws SQLException {
    Overlap overlap =
        new Overlap(
            Duration.ofSeconds(row.getLong("overlap")), Duration.ofSeconds(row.getLong("latest")));
    return new FeedPosition(
        instant(row, "watermark"),
        instant(row, "caught_up_at"),
        row.getBoolean("full_scan"),
        walk(row),
        overlap,
        instant(row, "compared_at"),
        comparison(row));
  }

  private static FeedPosition.@Nullable Walk walk(ResultSet row) throws SQLException {
    @Nullable Instant beganAt = instant(row, "began_at");
    return beganAt == null
        ? null
        : new FeedPosition.Walk(
            beganAt,
            instant(row, "newest"),
            instant(row, "oldest"),
            Objects.requireNonNull(row.getString("cursor")),
            new Trail(row.getLong("pages"), row.getString("mark")));
  }

  private static @Nullable Comparison comparison(ResultSet row) throws SQLException {
    @Nullable Instant beganAt = instant(row, "comparing_since");
    return beganAt == null
        ? null
        : new Comparison(
            beganAt,
            Objects.requireNonNull(row.getString("comparing_cursor")),
            instant(row, "comparing_oldest"),
            List.of((String[]) row.getArray("comparing_edge").getArray()),
            row.getObject("comparing_missing", Long.class),
            new Trail(row.getLong("comparing_pages"), row.getString("comparing_mark")));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    @Nullable OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  private static void set(PreparedStatement statement, int index, @Nullable Instant time)
      throws SQLException {
    if (time == null) {
      statement.setNull(index, Types.TIMESTAMP_WITH_TIMEZONE);
    } else {
      statement.setObject(index, time.atOffset(ZoneOffset.UTC));
    }
  }
}
