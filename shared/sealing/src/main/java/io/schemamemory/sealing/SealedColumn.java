package io.schemamemory.sealing;

import java.util.regex.Pattern;

/// A column whose values are sealed or hashed, by the names it had when its first value was
/// written.
///
/// Values are bound to these names, so they stay the same here when a migration renames the column.
public record SealedColumn(String table, String name) {
  private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]*");

  /// Takes two SQL names in lower case.
  ///
  /// @throws IllegalArgumentException if one of them is malformed
  public SealedColumn {
    if (!NAME.matcher(table).matches() || !NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("a table and a column have names like audit_entry");
    }
  }
}
