package io.schemamemory.migrations;

import java.util.regex.Pattern;

/// An index on a table with months: the parent's, which is empty, and one for each month.
///
/// @param table the table with months, such as `delivery_body`
/// @param suffix the end of an index's name, after the name of the table or the month
/// @param definition the part of `create index` after the table's name
public record MonthsIndex(String table, String suffix, String definition) {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");
  private static final int LONGEST_NAME = 63;

  /// @throws IllegalArgumentException if PostgreSQL would quote or cut a name
  public MonthsIndex {
    if (!NAME.matcher(table).matches() || !NAME.matcher(suffix).matches()) {
      throw new IllegalArgumentException(
          "lower-case letters, digits and _ only: " + table + suffix);
    }
    if ((table + "_YYYYMM_" + suffix).length() > LONGEST_NAME) {
      throw new IllegalArgumentException("PostgreSQL would cut this name: " + suffix);
    }
  }

  /// The name of the parent's index.
  String name() {
    return on(table);
  }

  /// The name of a month's index.
  String on(String month) {
    return month + "_" + suffix;
  }

  /// Must never change for the same index, so that a change after release is noticed.
  int checksum() {
    return String.join(" ", table, suffix, definition).hashCode();
  }
}
