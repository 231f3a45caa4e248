package io.schemamemory.data;

/// How many rows one transaction reads or writes; the logins limit how long it may take.
public final class BatchSize {
  /// More rows gain little and hold their locks longer.
  public static final int ROWS = 500;

  /// Bodies in memory at once: one has up to 4 MiB, and takes several times that while it is read.
  /// A batch may exceed it by its last body, and two batches are in memory.
  public static final int BYTES = 16 * 1024 * 1024;

  private BatchSize() {}
}
