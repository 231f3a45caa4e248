package io.schemamemory.data.audit;

import io.schemamemory.data.BatchSize;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Reads quarantined audit entries with their sealed bytes, over the connection of one transaction.
public final class QuarantinedPayloads {
  private final Connection connection;

  public QuarantinedPayloads(Connection connection) {
    this.connection = connection;
  }

  /// The next selected entries after an id, in the order of their ids, up to `BatchSize.BYTES` of
  /// them; none after the last.
  public List<QuarantinedPayload> after(long id, QuarantineSelection selection, int limit)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query(selection))) {
      statement.setLong(1, id);
      switch (selection) {
        case QuarantineSelection.Everything _ -> statement.setBoolean(2, true);
        case QuarantineSelection.OfReason(String reason) -> statement.setString(2, reason);
        case QuarantineSelection.Entries(List<Long> ids) ->
            statement.setArray(2, connection.createArrayOf("bigint", ids.toArray()));
      }
      statement.setInt(3, limit);
      statement.setLong(4, BatchSize.BYTES);
      try (ResultSet rows = statement.executeQuery()) {
        List<QuarantinedPayload> payloads = new ArrayList<>();
        while (rows.next()) {
          payloads.add(
              new QuarantinedPayload(
                  rows.getLong("id"),
                  rows.getLong("feed_id"),
                  rows.getLong("reference"),
                  rows.getString("payload")));
        }
        return payloads;
      }
    }
  }

  /// Takes no lock: writers lock the ledger first.
  private static String query(QuarantineSelection selection) {
    return """
    select id, feed_id, reference, encode(payload, 'hex') as payload
    from (
      select id, feed_id, reference, payload,
        sum(octet_length(payload)) over (order by id rows unbounded preceding)
          - octet_length(payload) as bytes_before
      from (
        select id, feed_id, reference, payload
        from memory.quarantine
        where kind = 'audit_entry' and id > ? and %s
        order by id
        limit ?) as selected
    ) as added_up
    where bytes_before < ?
    order by id
    """
        .formatted(selected(selection));
  }

  private static String selected(QuarantineSelection selection) {
    return switch (selection) {
      case QuarantineSelection.Everything _ -> "?::boolean";
      case QuarantineSelection.OfReason _ -> "reason = ?";
      case QuarantineSelection.Entries _ -> "id = any(?::bigint[])";
    };
  }
}
