package io.schemamemory.applyretention;

import java.time.YearMonth;

/// One thing a run does to one table; a transaction of its own.
sealed interface RetentionStep {
  /// The table it is about.
  String table();

  /// The month it is about, in UTC.
  YearMonth month();

  /// Makes a month before anybody writes to it.
  record Premake(String table, YearMonth month) implements RetentionStep {}

  /// Forgets a month.
  ///
  /// @param overdue it should have been forgotten a week ago
  record Drop(String table, YearMonth month, boolean overdue) implements RetentionStep {}
}
