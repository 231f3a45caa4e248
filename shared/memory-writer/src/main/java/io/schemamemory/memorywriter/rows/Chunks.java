package io.schemamemory.memorywriter.rows;

import io.schemamemory.data.BatchSize;
import java.util.List;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/// Splits rows into chunks that one statement writes.
public final class Chunks {
  private Chunks() {}

  public static <T> Stream<List<T>> of(List<T> rows) {
    return rows.stream().gather(Gatherers.windowFixed(BatchSize.ROWS));
  }
}
