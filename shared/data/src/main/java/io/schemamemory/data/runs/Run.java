package io.schemamemory.data.runs;

import java.time.OffsetDateTime;

/// A scheduled run in progress.
public record Run(long id, OffsetDateTime startedAt) {
  /// How a run ended.
  public enum Outcome {
    DONE,
    FAILED
  }
}
