package io.schemamemory.data;

/// How many rows one transaction reads or writes; the logins limit how long it may take.
public final class BatchSize {
  /// More rows gain little and hold their locks longer.
  public static final int ROWS = 500;

  private BatchSize() {}
}
