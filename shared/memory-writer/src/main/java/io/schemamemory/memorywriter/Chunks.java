package io.schemamemory.memorywriter;

import io.schemamemory.data.BatchSize;
import java.util.List;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/// Rows in the lots that one statement writes.
final class Chunks {
  private Chunks() {}

  static <T> Stream<List<T>> of(List<T> rows) {
    return rows.stream().gather(Gatherers.windowFixed(BatchSize.ROWS));
  }
}
