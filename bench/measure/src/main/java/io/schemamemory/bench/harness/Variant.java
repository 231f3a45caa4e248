package io.schemamemory.bench.harness;

/// One of the things that a measurement compares.
public interface Variant {
  /// Its name in a table.
  String name();
}
