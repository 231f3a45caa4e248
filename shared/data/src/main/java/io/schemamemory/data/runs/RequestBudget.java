package io.schemamemory.data.runs;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;

/// The request budget of an organization's PlanetScale API, shared by all functions, over the
/// connection of one transaction.
public final class RequestBudget {
  /// PlanetScale's rate limit. Whether its minutes are the clock's is not documented: if they are
  /// not, it answers 429, which the client waits out.
  public static final int PER_MINUTE = 600;

  private static final String TAKE =
      """
      with taken as (
        insert into memory.request_budget as b (organization, minute, remaining)
        values (?, date_trunc('minute', clock_timestamp(), 'UTC'), %1$d - 1)
        on conflict (organization) do update
        set minute = greatest(b.minute, excluded.minute),
            remaining = case when b.minute < excluded.minute then %1$d - 1 else b.remaining - 1 end
        where b.minute < excluded.minute or b.remaining > 0
        returning 1
      )
      select
        exists (select from taken),
        60000 - extract(milliseconds from clock_timestamp())
      """
          .formatted(PER_MINUTE);

  private static final String LEFT =
      """
      select remaining
      from memory.request_budget
      where organization = ? and minute >= date_trunc('minute', clock_timestamp(), 'UTC')
      """;

  private final Connection connection;

  public RequestBudget(Connection connection) {
    this.connection = connection;
  }

  /// Takes one request from the budget.
  ///
  /// @return zero, or how long to wait if none is left
  public Duration take(String organization) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(TAKE)) {
      statement.setString(1, organization);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getBoolean(1) ? Duration.ZERO : Duration.ofMillis(Math.max(1, row.getLong(2)));
      }
    }
  }

  /// How many requests are left this minute.
  public int left(String organization) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(LEFT)) {
      statement.setString(1, organization);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? row.getInt(1) : PER_MINUTE;
      }
    }
  }
}
