package io.schemamemory.data.inbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/// How much is in quarantine, deliveries and audit entries alike.
///
/// @param rows all that is there
/// @param newReasons pairs of reason and event for which something was quarantined within the last
///     ten minutes, and nothing in the day before: one that comes each minute counts once
public record QuarantineSize(long rows, long newReasons) {
  private static final String READ =
      """
      select coalesce(sum(reasons.rows), 0),
        count(*) filter (where reasons.first_of_day > now() - interval '10 minutes')
      from (
        select count(*) as rows,
          min(quarantined_at) filter (where quarantined_at > now() - interval '1 day') as first_of_day
        from memory.quarantine
        group by kind, reason, event) as reasons
      """;

  public static QuarantineSize read(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(READ);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return new QuarantineSize(row.getLong(1), row.getLong(2));
    }
  }
}
