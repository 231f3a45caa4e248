package io.schemamemory.data.inbox;

import io.schemamemory.data.inbox.DeliveryClaims.Kind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The deliveries not yet normalized, over the connection of one transaction.
///
/// A claim and the write that ends it are two transactions: a function that dies in between uses up
/// an attempt.
public final class PendingDeliveries {
  /// The bounds are scalars, so that the planner leaves out all other months.
  public static final String READ =
      """
      select c.delivery_id, c.received_at, c.attempts, s.workspace_id, s.name, d.digest, b.body
      from unnest(?::bigint[], ?::timestamptz[], ?::integer[]) as c (delivery_id, received_at, attempts)
      join memory.delivery d on d.id = c.delivery_id
      join memory.source s on s.id = d.source_id
      left join memory.delivery_body b
        on b.delivery_id = c.delivery_id and b.received_at = c.received_at
        and b.received_at between ? and ?
      order by c.delivery_id
      """;

  private static final String HOLD =
      """
      select p.delivery_id
      from memory.pending p
      join unnest(?::bigint[], ?::integer[]) as c (delivery_id, attempts)
        on p.delivery_id = c.delivery_id and p.attempts = c.attempts
      order by p.delivery_id
      for update of p
      """;

  private static final String LONGEST =
      "select extract(epoch from clock_timestamp() - min(since))::bigint from memory.pending";

  private static final String RAISE_SECRET_USE =
      """
      insert into memory.secret_use as u (source_id, secret_fingerprint, last_matched_at)
      select source_id, secret_fingerprint, max(received_at)
      from memory.delivery
      where id = any(?::bigint[])
        and source_id in (select s.id from memory.source s)
      group by source_id, secret_fingerprint
      order by source_id, secret_fingerprint
      on conflict (source_id, secret_fingerprint) do update
      set last_matched_at = greatest(u.last_matched_at, excluded.last_matched_at)
      """;

  private final Connection connection;

  public PendingDeliveries(Connection connection) {
    this.connection = connection;
  }

  /// Claims deliveries without an attempt so far, up to `BatchSize.BYTES` of bodies.
  ///
  /// @param hold how long they cannot be claimed again; longer than an invocation lasts
  public List<Claim> claimFresh(int limit, Duration hold) throws SQLException {
    return new DeliveryClaims(connection).claim(Kind.FRESH, limit, hold);
  }

  /// Claims deliveries that were in a batch that could not be written, those seldom refused first.
  public List<Claim> claimRefused(int limit, Duration hold) throws SQLException {
    return new DeliveryClaims(connection).claim(Kind.REFUSED, limit, hold);
  }

  /// Claims one delivery with earlier attempts: alone, since it may be what killed the last one.
  public List<Claim> claimTried(Duration hold) throws SQLException {
    return new DeliveryClaims(connection).claim(Kind.TRIED, 1, hold);
  }

  /// Gives claims back that are still ours, and with each its attempt: the delivery was not at
  /// fault, or is not known to be.
  ///
  /// @param pause until each may be claimed again; as many times as it has been refused, at
  ///     most ten
  public void giveBack(Collection<Claim> claims, Duration pause) throws SQLException {
    new DeliveryClaims(connection).giveBack(claims, pause);
  }

  /// How long the oldest has been in the inbox, whether it is claimed or not; empty if none is.
  public Optional<Duration> longest() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(LONGEST);
        ResultSet row = statement.executeQuery()) {
      row.next();
      long seconds = row.getLong(1);
      return row.wasNull() ? Optional.empty() : Optional.of(Duration.ofSeconds(seconds));
    }
  }

  /// Reads claimed deliveries in the order they were received. One that was deleted, or whose
  /// source was, is left out.
  public List<Delivery> read(Collection<Claim> claims) throws SQLException {
    if (claims.isEmpty()) {
      return List.of();
    }
    try (PreparedStatement statement = connection.prepareStatement(READ)) {
      bind(statement, claims);
      try (ResultSet rows = statement.executeQuery()) {
        List<Delivery> deliveries = new ArrayList<>();
        while (rows.next()) {
          deliveries.add(
              new Delivery(
                  claim(rows),
                  rows.getLong(4),
                  rows.getString(5),
                  rows.getBytes(6),
                  rows.getBytes(7)));
        }
        return deliveries;
      }
    }
  }

  /// Binds the parameters of [#READ].
  public void bind(PreparedStatement read, Collection<Claim> claims) throws SQLException {
    List<OffsetDateTime> times = claims.stream().map(PendingDeliveries::utc).toList();
    read.setArray(1, array("bigint", claims.stream().map(Claim::deliveryId).toArray()));
    read.setArray(2, array("timestamptz", times.toArray()));
    read.setArray(3, array("integer", claims.stream().map(Claim::attempts).toArray()));
    read.setObject(4, Collections.min(times));
    read.setObject(5, Collections.max(times));
  }

  /// Locks the claims that are still ours: a lapsed one may have gone to another worker.
  ///
  /// @return the ids of their deliveries
  public Set<Long> hold(Collection<Claim> claims) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(HOLD)) {
      statement.setArray(1, array("bigint", claims.stream().map(Claim::deliveryId).toArray()));
      statement.setArray(2, array("integer", claims.stream().map(Claim::attempts).toArray()));
      try (ResultSet rows = statement.executeQuery()) {
        Set<Long> held = new HashSet<>();
        while (rows.next()) {
          held.add(rows.getLong(1));
        }
        return held;
      }
    }
  }

  /// Takes deliveries off the inbox, and records when their secrets last matched.
  public void done(Collection<Long> deliveryIds) throws SQLException {
    Object[] ids = deliveryIds.toArray();
    update("delete from memory.pending where delivery_id = any(?::bigint[])", ids);
    update(RAISE_SECRET_USE, ids);
  }

  private void update(String sql, Object[] ids) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setArray(1, array("bigint", ids));
      statement.executeUpdate();
    }
  }

  private java.sql.Array array(String type, Object[] values) throws SQLException {
    return connection.createArrayOf(type, values);
  }

  private static OffsetDateTime utc(Claim claim) {
    return claim.receivedAt().atOffset(ZoneOffset.UTC);
  }

  static Claim claim(ResultSet row) throws SQLException {
    return new Claim(
        row.getLong("delivery_id"),
        row.getObject("received_at", OffsetDateTime.class).toInstant(),
        row.getInt("attempts"));
  }
}
