package io.schemamemory.data.inbox;

import io.schemamemory.data.BatchSize;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/// Some hundred deliveries of a replay, by their ids, over the connection of one transaction.
final class ReplayStretch {
  private static final String DELIVERIES =
      """
      select d.id from stretch s
      join memory.delivery d on d.id > s.after and d.id <= s.until
      """;

  private static final String IN_QUARANTINE =
      """
      select q.reference from stretch s
      join memory.quarantine q on q.kind = 'delivery' and q.reference > s.after and q.reference <= s.until
      """;

  private static final String TOLD =
      """
      select t.reference from stretch s
      join memory.sighting t on t.channel = 'webhook' and t.reference > s.after and t.reference <= s.until
      """;

  private final Connection connection;

  ReplayStretch(Connection connection) {
    this.connection = connection;
  }

  /// @param end the delivery up to which a replay is done now
  record PutBack(long end, long replayed, long withoutBody) {}

  PutBack putBack(DeliveryReplay replay) throws SQLException {
    long end = Math.min(replay.position() + BatchSize.BATCH, replay.last());
    try (PreparedStatement statement =
        connection.prepareStatement(putBackSelected(replay.selection()))) {
      statement.setLong(1, replay.position());
      statement.setLong(2, end);
      statement.setString(3, replay.argument());
      try (ResultSet counts = statement.executeQuery()) {
        counts.next();
        long kept = counts.getLong("kept");
        return new PutBack(end, kept, counts.getLong("selected") - kept);
      }
    }
  }

  /// By id, so that a stretch costs the same wherever it lies and whatever it selects.
  private static String putBackSelected(String selection) {
    return """
        with stretch (after, until, argument) as (values (?::bigint, ?::bigint, ?::text)),
        selected (id) as materialized (%s),
        kept as (
          select d.id, d.received_at
          from selected s
          join memory.delivery d on d.id = s.id
          where exists (
            select from memory.delivery_body b
            where b.delivery_id = d.id and b.received_at = d.received_at)
        ),
        put_back as (
          insert into memory.pending (delivery_id, received_at)
          select id, received_at from kept order by id
          on conflict (delivery_id) do nothing
        )
        select count(*) as selected, (select count(*) from kept) as kept from selected
        """
        .formatted(selected(selection));
  }

  private static String selected(String selection) {
    return switch (selection) {
      case "everything" -> DELIVERIES;
      case "quarantined" -> IN_QUARANTINE;
      case "reason" -> IN_QUARANTINE + "where q.reason = s.argument";
      case "event" ->
          IN_QUARANTINE + "where q.event = s.argument union " + TOLD + "where t.event = s.argument";
      case "deliveries" ->
          DELIVERIES + "where d.id = any(string_to_array(s.argument, ',')::bigint[])";
      default -> throw new IllegalStateException("no selection of a replay is called " + selection);
    };
  }
}
