package io.schemamemory.applyretention;

import java.time.YearMonth;

/// One thing a run does to one table; a transaction of its own.
sealed interface RetentionStep {
  /// The table it is about.
  String table();

  /// The month it is about, in UTC.
  YearMonth month();

  /// As log lines name it.
  default String facts() {
    return "table=" + table() + " month=" + month();
  }

  /// Makes a month before it is written to.
  record Premake(String table, YearMonth month) implements RetentionStep {}

  /// Drops a month.
  ///
  /// @param overdue it should have been dropped a week ago
  record Drop(String table, YearMonth month, boolean overdue) implements RetentionStep {}
}
