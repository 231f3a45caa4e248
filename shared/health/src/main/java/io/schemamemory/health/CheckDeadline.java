package io.schemamemory.health;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// How long PlanetScale is waited for.
///
/// @param end when everything is to have been looked at
public record CheckDeadline(InstantSource clock, Instant end) {
  /// An answer takes moments, and trying for longer is no use to who waits.
  private static final Duration QUESTION = Duration.ofSeconds(10);

  Instant now() {
    return clock.instant();
  }

  /// When the next question is to be answered.
  Instant until() {
    Instant latest = now().plus(QUESTION);
    return latest.isBefore(end) ? latest : end;
  }

  boolean isOver() {
    return !now().isBefore(end);
  }
}
