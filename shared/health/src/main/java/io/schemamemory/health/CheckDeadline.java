package io.schemamemory.health;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// How long the checks of PlanetScale may take.
///
/// @param end when every check must be done
public record CheckDeadline(InstantSource clock, Instant end) {
  /// PlanetScale answers within a second or two, and a person is waiting.
  private static final Duration REQUEST = Duration.ofSeconds(10);

  Instant now() {
    return clock.instant();
  }

  /// When the next request must be answered.
  Instant until() {
    Instant latest = now().plus(REQUEST);
    return latest.isBefore(end) ? latest : end;
  }

  boolean isOver() {
    return !now().isBefore(end);
  }
}
