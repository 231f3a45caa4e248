package io.schemamemory.normalizedeliveries.answer;

import io.schemamemory.job.Counter;

/// What a run counts, in deliveries.
public enum NormalizeCounter implements Counter {
  /// Became observations, those of unknown events included.
  NORMALIZED,
  /// Of an event this version does not know.
  UNKNOWN,
  /// Could not be read.
  QUARANTINED,
  /// Could not be written; each is tried again alone.
  FAILED;

  @Override
  public boolean isFailure() {
    return this == FAILED;
  }
}
