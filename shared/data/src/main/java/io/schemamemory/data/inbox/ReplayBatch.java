package io.schemamemory.data.inbox;

import io.schemamemory.data.BatchSize;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/// Puts a replay's next range of delivery ids back into the inbox, over the connection of one
/// transaction.
final class ReplayBatch {
  private static final String DELIVERIES =
      """
      select d.id from batch b
      join memory.delivery d on d.id > b.after and d.id <= b.until
      """;

  private static final String QUARANTINED =
      """
      select q.reference from batch b
      join memory.quarantine q on q.kind = 'delivery' and q.reference > b.after and q.reference <= b.until
      """;

  private static final String NORMALIZED =
      """
      select s.reference from batch b
      join memory.sighting s on s.channel = 'webhook' and s.reference > b.after and s.reference <= b.until
      """;

  private final Connection connection;

  ReplayBatch(Connection connection) {
    this.connection = connection;
  }

  /// @param end the id of the delivery the replay has reached
  record Result(long end, long replayed, long withoutBody) {}

  Result run(DeliveryReplay replay) throws SQLException {
    long end = Math.min(replay.position() + BatchSize.ROWS, replay.last());
    try (PreparedStatement statement = connection.prepareStatement(putBack(replay.selection()))) {
      statement.setLong(1, replay.position());
      statement.setLong(2, end);
      statement.setString(3, replay.argument());
      try (ResultSet counts = statement.executeQuery()) {
        counts.next();
        long kept = counts.getLong("kept");
        return new Result(end, kept, counts.getLong("selected") - kept);
      }
    }
  }

  /// By id, so that a batch costs the same wherever it lies and whatever it selects.
  private static String putBack(String selection) {
    return """
        with batch (after, until, argument) as (values (?::bigint, ?::bigint, ?::text)),
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
      case "quarantined" -> QUARANTINED;
      case "reason" -> QUARANTINED + "where q.reason = b.argument";
      case "event" ->
          QUARANTINED
              + "where q.event = b.argument union "
              + NORMALIZED
              + "where s.event = b.argument";
      case "deliveries" ->
          DELIVERIES + "where d.id = any(string_to_array(b.argument, ',')::bigint[])";
      default -> throw new IllegalStateException("unknown selection of a replay: " + selection);
    };
  }
}
