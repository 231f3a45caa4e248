package io.schemamemory.data.connection;

import java.time.Duration;

/// A deadline on this process's own clock.
///
/// Passed down as a value, so that each step has the time that earlier steps left.
public record TimeLimit(long nanoTime) {
  /// A deadline this long from now.
  public static TimeLimit in(Duration time) {
    return new TimeLimit(System.nanoTime() + time.toNanos());
  }

  /// The time left, never negative.
  public Duration left() {
    return Duration.ofNanos(Math.max(0, nanoTime - System.nanoTime()));
  }

  /// Whether no time is left.
  public boolean isOver() {
    return left().isZero();
  }
}
