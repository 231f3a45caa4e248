package io.schemamemory.data.months;

import java.time.YearMonth;
import java.util.List;

/// A table that is partitioned by month.
///
/// @param current the current month, in UTC
/// @param months its partitions, oldest first
public record MonthlyTable(String name, YearMonth current, List<Month> months) {
  /// Whether it has a partition for a month.
  public boolean has(YearMonth month) {
    return months.stream().anyMatch(one -> one.month().equals(month));
  }

  /// How many partitions it has for months after the current one.
  public int futureMonths() {
    return Math.toIntExact(months.stream().filter(one -> one.month().isAfter(current)).count());
  }
}
