package io.schemamemory.domain.story;

import java.util.Locale;

/// The state or end of a deploy request; PlanetScale's `closed` does not say which.
public enum Outcome {
  OPEN,
  QUEUED,
  IN_PROGRESS,
  PENDING_CUTOVER,
  DEPLOYED,
  REVERTED,
  FAILED,
  NO_CHANGES,
  ABANDONED;

  /// The name in the database.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
