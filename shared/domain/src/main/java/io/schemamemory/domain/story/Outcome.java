package io.schemamemory.domain.story;

import java.util.Locale;

/// How a deploy request stands or ended; `closed` alone says neither.
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

  /// The name as the database keeps it.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
