package io.schemamemory.data.runs;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Records scheduled runs, over the connection of one transaction; a killed run has no end.
public final class Runs {
  /// For the rest of the transaction: a record must not hold up the work, whoever locks the table.
  private static final String BRIEFLY =
      "select set_config('lock_timeout', '200ms', true), set_config('statement_timeout', '1s', true)";

  /// On its own: a statement cannot make a month of the table that it writes.
  private static final String MONTH = "select memory.ensure_month('run', clock_timestamp())";

  private static final String BEGIN =
      "insert into memory.run (function) values (?) returning id, started_at";

  private static final String END =
      """
      update memory.run
      set ended_at = clock_timestamp(), outcome = ?, numbers = cast(? as jsonb)
      where id = ? and started_at = ?
      """;

  private final Connection connection;

  public Runs(Connection connection) {
    this.connection = connection;
  }

  /// Records that a function's run begins; the last step of a transaction, whose time it limits.
  public Run begin(String function) throws SQLException {
    execute(BRIEFLY);
    execute(MONTH);
    try (PreparedStatement statement = connection.prepareStatement(BEGIN)) {
      statement.setString(1, function);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return new Run(row.getLong(1), row.getObject(2, OffsetDateTime.class));
      }
    }
  }

  /// Records how a run ended.
  ///
  /// @param numbers what it did, by name; the names are constants of ours and need no escaping
  public void end(Run run, Run.Outcome outcome, Map<String, Long> numbers) throws SQLException {
    execute(BRIEFLY);
    try (PreparedStatement statement = connection.prepareStatement(END)) {
      statement.setString(1, outcome.name().toLowerCase(Locale.ROOT));
      statement.setString(2, json(numbers));
      statement.setLong(3, run.id());
      statement.setObject(4, run.startedAt());
      statement.executeUpdate();
    }
  }

  private void execute(String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.execute();
    }
  }

  private static String json(Map<String, Long> numbers) {
    return numbers.entrySet().stream()
        .map(one -> '"' + one.getKey() + "\":" + one.getValue())
        .collect(Collectors.joining(",", "{", "}"));
  }
}
