package io.schemamemory.data.inbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

/// Whatever has been received, in the order it came, over the connection of one transaction.
public final class StoredDeliveries {
  /// Where a stretch ends, and the bounds that keep all other months out of it.
  private static final String STRETCH =
      """
      select max(id) as last, min(received_at) as earliest, max(received_at) as latest
      from (
        select id, received_at from memory.delivery where id > ? order by id limit ?) as stretch
      """;

  private static final String READ =
      """
      select d.id, s.name as source, d.signature, d.secret_fingerprint, b.body
      from memory.delivery d
      join memory.source s on s.id = d.source_id
      left join memory.delivery_body b
        on b.delivery_id = d.id and b.received_at = d.received_at
        and b.received_at between ? and ?
      where %s
      order by d.id
      """;

  private static final String OF_STRETCH = READ.formatted("d.id > ? and d.id <= ?");

  private static final String OF_IDS = READ.formatted("d.id = any(?::bigint[])");

  private static final String BOUNDS =
      """
      select min(received_at) as earliest, max(received_at) as latest
      from memory.delivery where id = any(?::bigint[])
      """;

  /// A body has up to 4 MiB, so few are in memory at a time.
  private static final int AT_A_TIME = 8;

  private final Connection connection;

  public StoredDeliveries(Connection connection) {
    this.connection = connection;
  }

  /// Hands over the next stretch, and says which was its last; empty after the end.
  public OptionalLong after(long id, int limit, Consumer<Evidence> taker) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(STRETCH)) {
      statement.setLong(1, id);
      statement.setInt(2, limit);
      try (ResultSet stretch = statement.executeQuery()) {
        stretch.next();
        long last = stretch.getLong("last");
        if (stretch.wasNull()) {
          return OptionalLong.empty();
        }
        try (PreparedStatement read = connection.prepareStatement(OF_STRETCH)) {
          read.setLong(3, id);
          read.setLong(4, last);
          handOver(read, stretch, taker);
        }
        return OptionalLong.of(last);
      }
    }
  }

  /// Hands over those of these ids that there are.
  public void of(List<Long> ids, Consumer<Evidence> taker) throws SQLException {
    java.sql.Array array = connection.createArrayOf("bigint", ids.toArray());
    try (PreparedStatement statement = connection.prepareStatement(BOUNDS)) {
      statement.setArray(1, array);
      try (ResultSet bounds = statement.executeQuery();
          PreparedStatement read = connection.prepareStatement(OF_IDS)) {
        bounds.next();
        read.setArray(3, array);
        handOver(read, bounds, taker);
      }
    }
  }

  private static void handOver(PreparedStatement read, ResultSet bounds, Consumer<Evidence> taker)
      throws SQLException {
    read.setObject(1, bounds.getObject("earliest", OffsetDateTime.class));
    read.setObject(2, bounds.getObject("latest", OffsetDateTime.class));
    read.setFetchSize(AT_A_TIME);
    try (ResultSet rows = read.executeQuery()) {
      while (rows.next()) {
        taker.accept(Evidence.of(rows));
      }
    }
  }
}
