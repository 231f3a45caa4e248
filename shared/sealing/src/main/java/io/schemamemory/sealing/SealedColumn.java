package io.schemamemory.sealing;

import java.util.regex.Pattern;

/// A column whose values are sealed or hashed, by the names it had when the first one was.
///
/// Its values are bound to these names: where a migration renames it, they stay as they are here.
public record SealedColumn(String table, String name) {
  private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]*");

  /// Takes two names of SQL in lower case.
  ///
  /// @throws IllegalArgumentException if one of them is not
  public SealedColumn {
    if (!NAME.matcher(table).matches() || !NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("a table and a column have names like audit_entry");
    }
  }
}
