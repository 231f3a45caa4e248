package io.schemamemory.health;

import io.schemamemory.data.health.HealthQueries.MonthsAhead;
import io.schemamemory.health.Finding.Fail;
import io.schemamemory.health.Finding.Ok;
import java.util.List;
import java.util.stream.Collectors;

/// Whether every partitioned table has its months.
final class MonthFindings {
  /// apply-retention makes three; it may fail for weeks before a month is missing.
  private static final int AHEAD = 2;

  private MonthFindings() {}

  static Finding of(List<MonthsAhead> tables) {
    if (tables.isEmpty()) {
      return new Fail("no table has months: run migrate-schema");
    }
    List<MonthsAhead> lacking =
        tables.stream().filter(table -> !table.current() || table.ahead() < AHEAD).toList();
    return lacking.isEmpty()
        ? new Ok(described(tables))
        : new Fail(
            described(lacking)
                + ": there should be this month and at least "
                + AHEAD
                + " after it; invoke apply-retention, and see in its log why it does not make them");
  }

  private static String described(List<MonthsAhead> tables) {
    return tables.stream()
        .map(
            table ->
                table.table()
                    + " has "
                    + (table.current() ? "" : "not this month, but ")
                    + table.ahead())
        .collect(Collectors.joining(", "));
  }
}
