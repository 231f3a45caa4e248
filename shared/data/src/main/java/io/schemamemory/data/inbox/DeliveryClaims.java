package io.schemamemory.data.inbox;

import io.schemamemory.data.BatchSize;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Claims pending deliveries and gives claims back, over the connection of one transaction.
final class DeliveryClaims {
  private static final String GIVE_BACK =
      """
      update memory.pending p
      set attempts = p.attempts - 1,
          refusals = least(p.refusals + 1, 32767),
          not_before = clock_timestamp() + make_interval(secs => ? * least(p.refusals + 1, 10))
      from unnest(?::bigint[], ?::integer[]) as c (delivery_id, attempts)
      where p.delivery_id = c.delivery_id and p.attempts = c.attempts and p.attempts > 0
      """;

  private final Connection connection;

  DeliveryClaims(Connection connection) {
    this.connection = connection;
  }

  /// Which deliveries are claimed, and in which order.
  enum Kind {
    FRESH("attempts = 0 and refusals = 0", "delivery_id"),
    REFUSED("attempts = 0 and refusals > 0", "refusals, delivery_id"),
    TRIED("attempts between 1 and 32766", "delivery_id");

    private final String claim;

    /// An array of ids keeps it a TID scan; `in (select …)` becomes a hash join. A body's length is
    /// in its row, so no body is read for it.
    Kind(String which, String order) {
      this.claim =
          """
          update memory.pending
          set attempts = attempts + 1,
              not_before = clock_timestamp() + make_interval(secs => ?)
          where ctid = any(array(
            select place
            from (
              select place,
                sum(bytes) over (order by %2$s rows unbounded preceding) - bytes as bytes_before
              from (
                select ctid as place, refusals, delivery_id, received_at
                from memory.pending
                where not_before <= clock_timestamp() and %1$s
                order by %2$s
                limit ?
                for update skip locked) as free
              cross join lateral (
                select coalesce(max(octet_length(b.body)), 0) as bytes
                from memory.delivery_body b
                where b.delivery_id = free.delivery_id and b.received_at = free.received_at) as body
            ) as added_up
            where bytes_before < ?))
          returning delivery_id, received_at, attempts
          """
              .formatted(which, order);
    }
  }

  List<Claim> claim(Kind kind, int limit, Duration hold) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(kind.claim)) {
      statement.setLong(1, hold.toSeconds());
      statement.setInt(2, limit);
      statement.setLong(3, BatchSize.BYTES);
      try (ResultSet rows = statement.executeQuery()) {
        List<Claim> claims = new ArrayList<>();
        while (rows.next()) {
          claims.add(PendingDeliveries.claim(rows));
        }
        return claims;
      }
    }
  }

  void giveBack(Collection<Claim> claims, Duration pause) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(GIVE_BACK)) {
      statement.setLong(1, pause.toSeconds());
      statement.setArray(2, array("bigint", claims.stream().map(Claim::deliveryId).toArray()));
      statement.setArray(3, array("integer", claims.stream().map(Claim::attempts).toArray()));
      statement.executeUpdate();
    }
  }

  private java.sql.Array array(String type, Object[] values) throws SQLException {
    return connection.createArrayOf(type, values);
  }
}
