package io.schemamemory.normalizedeliveries.batch;

import io.schemamemory.data.BatchSize;
import io.schemamemory.data.connection.SqlState;
import java.time.Duration;

/// How fast a run goes on, after how its batches have ended.
///
/// @param size how many refused deliveries are tried together: one after a failure, then twice as
///     many each time, so that those at fault are found and the others wait for few
/// @param failuresInARow after the latest batch that was written
/// @param hasFailed whether any batch failed
/// @param isOver whether the database is away, so that every other batch would fail too
record Pace(int size, int failuresInARow, boolean hasFailed, boolean isOver) {
  static final Pace START = new Pace(1, 0, false, false);

  /// Enough to find one locked deploy request among a batch; each may take a lock's time-out.
  private static final int MOST_FAILURES = 4;

  /// What a batch may take, over the time that is reserved, before the database ends it: a run that
  /// is killed by Lambda gives no attempt back.
  private static final Duration WHOLE_TRANSACTION = Duration.ofSeconds(20);

  Pace after(BatchResult result) {
    return switch (result) {
      case BatchResult.Written _ ->
          new Pace(Math.min(2 * size, BatchSize.ROWS), 0, hasFailed, isOver);
      case BatchResult.Failed(_, _, RuntimeException cause) ->
          new Pace(
              1,
              failuresInARow + 1,
              true,
              SqlState.meansAway(cause) || failuresInARow + 1 >= MOST_FAILURES);
    };
  }

  /// Whether to begin another batch.
  ///
  /// @param left the time until the reserved time begins
  boolean goesOn(Duration left) {
    return !isOver && left.compareTo(hasFailed ? WHOLE_TRANSACTION : Duration.ZERO) > 0;
  }
}
