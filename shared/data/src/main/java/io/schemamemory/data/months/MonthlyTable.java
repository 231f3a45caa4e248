package io.schemamemory.data.months;

import java.time.YearMonth;
import java.util.List;

/// A table whose rows are forgotten by month.
///
/// @param current the month it is, in UTC
/// @param months those it has, the oldest first
public record MonthlyTable(String name, YearMonth current, List<Month> months) {
  /// Whether it has a month.
  public boolean has(YearMonth month) {
    return months.stream().anyMatch(one -> one.month().equals(month));
  }

  /// How many of the months after this one it has.
  public int futureMonths() {
    return Math.toIntExact(months.stream().filter(one -> one.month().isAfter(current)).count());
  }
}
