package io.schemamemory.data.inbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;

/// Quarantines deliveries that could not be normalized, over the connection of one transaction.
public final class DeliveryQuarantine {
  /// The newest reason wins: it comes from the version that failed last.
  private static final String UPSERT =
      """
      insert into memory.quarantine (kind, reference, reason, attempts, version, event)
      values ('delivery', ?, ?, ?, ?, ?)
      on conflict (kind, reference) do update
      set reason = excluded.reason, attempts = excluded.attempts, version = excluded.version,
          event = coalesce(excluded.event, quarantine.event),
          quarantined_at = clock_timestamp()
      """;

  private static final String RELEASE =
      "delete from memory.quarantine where kind = 'delivery' and reference = any(?::bigint[])";

  private final Connection connection;

  public DeliveryQuarantine(Connection connection) {
    this.connection = connection;
  }

  /// Quarantines deliveries; [PendingDeliveries#done] takes them off the inbox.
  public void add(Collection<QuarantinedDelivery> deliveries) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(UPSERT)) {
      for (QuarantinedDelivery quarantined : deliveries) {
        statement.setLong(1, quarantined.claim().deliveryId());
        statement.setString(2, quarantined.reason());
        statement.setInt(3, quarantined.claim().attempts());
        statement.setString(4, quarantined.version());
        statement.setString(5, quarantined.event());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  /// Removes deliveries that have been normalized.
  public void release(Collection<Long> deliveryIds) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(RELEASE)) {
      statement.setArray(1, connection.createArrayOf("bigint", deliveryIds.toArray()));
      statement.executeUpdate();
    }
  }
}
