package io.schemamemory.data.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Reads and saves how far feeds are read, over the connection of the transaction that also writes
/// the entries.
public final class FeedPositions {
  private static final String READ =
      """
      select watermark, caught_up_at, full_scan, began_at, newest, oldest, cursor
      from memory.feed_position
      where feed_id = ?
      """;

  private static final String SAVE =
      """
      insert into memory.feed_position
        (feed_id, watermark, caught_up_at, full_scan, began_at, newest, oldest, cursor)
      values (?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (feed_id) do update
      set watermark = excluded.watermark, caught_up_at = excluded.caught_up_at,
          full_scan = excluded.full_scan, began_at = excluded.began_at, newest = excluded.newest,
          oldest = excluded.oldest, cursor = excluded.cursor
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
    FeedPosition.@Nullable Walk walk = position.walk();
    try (PreparedStatement statement = connection.prepareStatement(SAVE)) {
      statement.setLong(1, feed.id());
      set(statement, 2, position.watermark());
      set(statement, 3, position.caughtUpAt());
      statement.setBoolean(4, position.fullScan());
      set(statement, 5, walk == null ? null : walk.beganAt());
      set(statement, 6, walk == null ? null : walk.newest());
      set(statement, 7, walk == null ? null : walk.oldest());
      statement.setString(8, walk == null ? null : walk.cursor());
      statement.executeUpdate();
    }
  }

  private static FeedPosition position(ResultSet row) throws SQLException {
    @Nullable Instant beganAt = instant(row, "began_at");
    return new FeedPosition(
        instant(row, "watermark"),
        instant(row, "caught_up_at"),
        row.getBoolean("full_scan"),
        beganAt == null
            ? null
            : new FeedPosition.Walk(
                beganAt,
                instant(row, "newest"),
                instant(row, "oldest"),
                Objects.requireNonNull(row.getString("cursor"))));
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
