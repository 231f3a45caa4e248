package io.schemamemory.data;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// The audit entries in quarantine with their sealed bytes, over the connection of one transaction.
public final class RestingEntries {
  private final Connection connection;

  public RestingEntries(Connection connection) {
    this.connection = connection;
  }

  /// The next of those selected, in the order of their ids.
  public List<RestingEntry> after(long id, RestingSelection selection, int limit)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query(selection))) {
      statement.setLong(1, id);
      switch (selection) {
        case RestingSelection.Everything _ -> statement.setBoolean(2, true);
        case RestingSelection.OfReason(String reason) -> statement.setString(2, reason);
        case RestingSelection.Entries(List<Long> ids) ->
            statement.setArray(2, connection.createArrayOf("bigint", ids.toArray()));
      }
      statement.setInt(3, limit);
      try (ResultSet rows = statement.executeQuery()) {
        List<RestingEntry> entries = new ArrayList<>();
        while (rows.next()) {
          entries.add(
              new RestingEntry(
                  rows.getLong("id"),
                  rows.getLong("feed_id"),
                  rows.getLong("reference"),
                  rows.getString("payload")));
        }
        return entries;
      }
    }
  }

  /// Without a lock: whoever writes what is read here locks the ledger first.
  private static String query(RestingSelection selection) {
    return """
        select id, feed_id, reference, encode(payload, 'hex') as payload
        from memory.quarantine
        where kind = 'audit_entry' and id > ? and %s
        order by id
        limit ?
        """
        .formatted(selected(selection));
  }

  private static String selected(RestingSelection selection) {
    return switch (selection) {
      case RestingSelection.Everything _ -> "?::boolean";
      case RestingSelection.OfReason _ -> "reason = ?";
      case RestingSelection.Entries _ -> "id = any(?::bigint[])";
    };
  }
}
