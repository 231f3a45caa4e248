package io.schemamemory.data;

/// How much one transaction reads or writes at once; how long it may take stands on the logins.
public final class BatchSize {
  /// Rows of a batch: more gain little and hold their locks longer.
  public static final int BATCH = 500;

  private BatchSize() {}
}
