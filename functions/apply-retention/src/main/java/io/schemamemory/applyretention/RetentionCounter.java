package io.schemamemory.applyretention;

import io.schemamemory.job.Counter;

/// What a run counts.
public enum RetentionCounter implements Counter {
  /// Months made.
  MADE,
  /// Expired months dropped.
  DROPPED,
  /// Expired months a legal hold keeps.
  HELD,
  /// Expired months that were in use all the while, or for which no time was left; the next run
  /// tries again.
  LEFT,
  /// Steps that failed, and months left for more than a week.
  FAILED;

  @Override
  public boolean isFailure() {
    return this == FAILED;
  }
}
