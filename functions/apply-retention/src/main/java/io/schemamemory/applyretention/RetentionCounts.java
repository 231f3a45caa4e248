package io.schemamemory.applyretention;

import io.micronaut.serde.annotation.Serdeable;
import io.schemamemory.data.runs.Run.Outcome;
import io.schemamemory.job.Recorded;
import java.util.Map;

/// What a run did.
///
/// @param made months made
/// @param dropped months forgotten
/// @param held months a legal hold keeps
/// @param left months somebody used all the while; the next run tries again
/// @param failed steps that failed, and months left for more than a week
@Serdeable
public record RetentionCounts(int made, int dropped, int held, int left, int failed)
    implements Recorded {
  static final RetentionCounts NONE = new RetentionCounts(0, 0, 0, 0, 0);
  static final RetentionCounts MADE = new RetentionCounts(1, 0, 0, 0, 0);
  static final RetentionCounts DROPPED = new RetentionCounts(0, 1, 0, 0, 0);
  static final RetentionCounts HELD = new RetentionCounts(0, 0, 1, 0, 0);
  static final RetentionCounts LEFT = new RetentionCounts(0, 0, 0, 1, 0);
  static final RetentionCounts FAILED = new RetentionCounts(0, 0, 0, 0, 1);

  RetentionCounts plus(RetentionCounts other) {
    return new RetentionCounts(
        made + other.made,
        dropped + other.dropped,
        held + other.held,
        left + other.left,
        failed + other.failed);
  }

  @Override
  public Outcome outcome() {
    return failed == 0 ? Outcome.DONE : Outcome.FAILED;
  }

  @Override
  public Map<String, Long> numbers() {
    return Map.of(
        "made", (long) made,
        "dropped", (long) dropped,
        "held", (long) held,
        "left", (long) left,
        "failed", (long) failed);
  }
}
