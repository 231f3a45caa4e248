package io.schemamemory.data.months;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Lists, makes and drops the monthly partitions of tables with a retention policy, over the
/// connection of one transaction.
///
/// The current month is the database's, as in its functions: with our clock ahead we would plan
/// what they refuse.
public final class Months {
  /// A table without a partition has one row, whose month is null.
  private static final String READ =
      """
      select p.table_name,
        date_trunc('month', now() at time zone 'UTC')::date as this_month,
        (m.starts at time zone 'UTC')::date as month,
        m.ends <= now() - p.keep as expired,
        m.ends <= now() - interval '7 days' - p.keep as overdue
      from memory.retention_policy p
      left join lateral memory.month_of(p.table_name) m on true
      where p.table_name = any(?::text[])
      order by p.table_name, m.starts
      """;

  private static final String TABLES =
      "select table_name from memory.retention_policy order by table_name";

  private static final String PREMAKE = "select memory.premake_month(?, ?)";
  private static final String ENSURE =
      """
      select m.month
      from unnest(?::date[]) as m (month)
      where memory.ensure_month(?, m.month::timestamp at time zone 'UTC') <> 'expired'
      """;

  private static final String HOLDS = "select id, reason from memory.holds_of_month(?, ?)";

  private static final String DROP = "select memory.drop_month(?, ?)";

  private final Connection connection;

  public Months(Connection connection) {
    this.connection = connection;
  }

  /// The result of making a month.
  public enum Making {
    MADE,
    PRESENT
  }

  /// The result of dropping a month.
  public enum Dropping {
    DROPPED,
    /// There is no such month.
    ABSENT,
    /// The policy still keeps it.
    KEPT,
    /// A legal hold keeps it.
    HELD,
    /// The month, its table or its legal holds are in use: try again in a new transaction.
    LOCKED
  }

  /// The tables with a retention policy.
  public List<String> tables() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(TABLES);
        ResultSet rows = statement.executeQuery()) {
      List<String> tables = new ArrayList<>();
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
      return tables;
    }
  }

  /// Tables with their months. It waits for whoever has locked one of them.
  public List<MonthlyTable> read(List<String> names) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(READ)) {
      statement.setArray(1, connection.createArrayOf("text", names.toArray()));
      return read(statement);
    }
  }

  private static List<MonthlyTable> read(PreparedStatement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      Map<String, MonthlyTable> tables = new LinkedHashMap<>();
      while (rows.next()) {
        YearMonth current = YearMonth.from(rows.getObject("this_month", LocalDate.class));
        MonthlyTable table =
            tables.computeIfAbsent(
                rows.getString("table_name"),
                name -> new MonthlyTable(name, current, new ArrayList<>()));
        LocalDate month = rows.getObject("month", LocalDate.class);
        if (month != null) {
          table
              .months()
              .add(
                  new Month(
                      YearMonth.from(month),
                      rows.getBoolean("expired"),
                      rows.getBoolean("overdue")));
        }
      }
      return List.copyOf(tables.values());
    }
  }

  /// Makes missing months before rows are written to them.
  ///
  /// @return the months that can be written to; an expired one cannot
  public Set<YearMonth> ensure(String table, Collection<YearMonth> months) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(ENSURE)) {
      Object[] firstDays = months.stream().map(month -> month.atDay(1)).toArray();
      statement.setArray(1, connection.createArrayOf("date", firstDays));
      statement.setString(2, table);
      try (ResultSet rows = statement.executeQuery()) {
        Set<YearMonth> kept = new HashSet<>();
        while (rows.next()) {
          kept.add(YearMonth.from(rows.getObject(1, LocalDate.class)));
        }
        return kept;
      }
    }
  }

  /// Makes a month, at most three ahead.
  public Making premake(String table, YearMonth month) throws SQLException {
    return Making.valueOf(call(PREMAKE, table, month));
  }

  /// Drops a month if the database agrees that it is due; never waits long.
  public Dropping drop(String table, YearMonth month) throws SQLException {
    return Dropping.valueOf(call(DROP, table, month));
  }

  /// The legal holds that keep a month.
  public List<MonthHold> holds(String table, YearMonth month) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(HOLDS)) {
      statement.setString(1, table);
      statement.setObject(2, month.atDay(1));
      try (ResultSet rows = statement.executeQuery()) {
        List<MonthHold> holds = new ArrayList<>();
        while (rows.next()) {
          holds.add(new MonthHold(rows.getLong(1), rows.getString(2)));
        }
        return holds;
      }
    }
  }

  private String call(String function, String table, YearMonth month) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(function)) {
      statement.setString(1, table);
      // A date, because no time zone can shift it.
      statement.setObject(2, month.atDay(1));
      try (ResultSet answer = statement.executeQuery()) {
        answer.next();
        return answer.getString(1).toUpperCase(Locale.ROOT);
      }
    }
  }
}
