package io.schemamemory.bench;

/// What takes turns with others of its kind.
interface Contender {
  /// Its name in a table.
  String name();
}
