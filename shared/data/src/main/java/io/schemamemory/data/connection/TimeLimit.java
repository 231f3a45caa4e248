package io.schemamemory.data.connection;

import java.time.Duration;

/// The moment by which something must be done, on this process's own clock.
///
/// Passed down as a value, so that each step takes what the ones before it left.
public record TimeLimit(long nanoTime) {
  /// So long from now.
  public static TimeLimit in(Duration time) {
    return new TimeLimit(System.nanoTime() + time.toNanos());
  }

  /// What is left, never less than nothing.
  public Duration left() {
    return Duration.ofNanos(Math.max(0, nanoTime - System.nanoTime()));
  }

  /// Whether nothing is left.
  public boolean isOver() {
    return left().isZero();
  }
}
