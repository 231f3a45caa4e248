package io.schemamemory.domain.event;

import java.time.Duration;
import java.time.Instant;

/// Somebody else's clock, held against ours: a time that lies beyond now is kept as evidence, but
/// leads nothing.
public final class SourceClock {
  /// How far two honest clocks may differ.
  public static final Duration TOLERANCE = Duration.ofMinutes(5);

  private SourceClock() {}

  /// Whether a time cannot be right: it lies beyond our now and the tolerance.
  ///
  /// @param theirs the time as the source wrote it
  /// @param ours when we received it
  public static boolean doubts(Instant theirs, Instant ours) {
    return theirs.isAfter(ours.plus(TOLERANCE));
  }

  /// The time to order and to lead by: theirs, or ours where theirs is doubtful.
  public static Instant ordering(Instant theirs, Instant ours) {
    return doubts(theirs, ours) ? ours : theirs;
  }
}
