package io.schemamemory.domain.ddl;

/// Where a statement puts a column among the others.
public sealed interface Position {
  /// Before all others.
  record First() implements Position {}

  /// Right behind a column.
  record After(String column) implements Position {}

  /// Not said: a new column goes last, another stays where it is.
  record Unsaid() implements Position {}
}
