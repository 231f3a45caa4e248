package io.schemamemory.data.inbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

/// Reads all deliveries in the order they were received, over the connection of one transaction.
public final class StoredDeliveries {
  /// Where a batch ends, and the bounds that keep all other months out of the query.
  private static final String BATCH =
      """
      select max(id) as last, min(received_at) as earliest, max(received_at) as latest
      from (
        select id, received_at from memory.delivery where id > ? order by id limit ?) as batch
      """;

  private static final String READ =
      """
      select d.id, coalesce(s.name, '') as source, d.signature, d.secret_fingerprint, b.body
      from memory.delivery d
      left join memory.source s on s.id = d.source_id
      left join memory.delivery_body b
        on b.delivery_id = d.id and b.received_at = d.received_at
        and b.received_at between ? and ?
      where %s
      order by d.id
      """;

  private static final String READ_BATCH = READ.formatted("d.id > ? and d.id <= ?");

  private static final String READ_IDS = READ.formatted("d.id = any(?::bigint[])");

  private static final String BOUNDS =
      """
      select min(received_at) as earliest, max(received_at) as latest
      from memory.delivery where id = any(?::bigint[])
      """;

  /// A body has up to 4 MiB, so few may be in memory at a time.
  private static final int FETCH_SIZE = 8;

  private final Connection connection;

  public StoredDeliveries(Connection connection) {
    this.connection = connection;
  }

  /// Hands over the next deliveries after an id.
  ///
  /// @return the id of the last one; empty after the end
  public OptionalLong after(long id, int limit, Consumer<Evidence> taker) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(BATCH)) {
      statement.setLong(1, id);
      statement.setInt(2, limit);
      try (ResultSet batch = statement.executeQuery()) {
        batch.next();
        long last = batch.getLong("last");
        if (batch.wasNull()) {
          return OptionalLong.empty();
        }
        try (PreparedStatement read = connection.prepareStatement(READ_BATCH)) {
          read.setLong(3, id);
          read.setLong(4, last);
          handOver(read, batch, taker);
        }
        return OptionalLong.of(last);
      }
    }
  }

  /// Hands over the deliveries with these ids; an id without a delivery is skipped.
  public void of(List<Long> ids, Consumer<Evidence> taker) throws SQLException {
    java.sql.Array array = connection.createArrayOf("bigint", ids.toArray());
    try (PreparedStatement statement = connection.prepareStatement(BOUNDS)) {
      statement.setArray(1, array);
      try (ResultSet bounds = statement.executeQuery();
          PreparedStatement read = connection.prepareStatement(READ_IDS)) {
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
    read.setFetchSize(FETCH_SIZE);
    try (ResultSet rows = read.executeQuery()) {
      while (rows.next()) {
        taker.accept(Evidence.of(rows));
      }
    }
  }
}
