package io.schemamemory.retention;

import io.micronaut.serde.annotation.Serdeable;
import io.schemamemory.data.Run.Outcome;
import io.schemamemory.pool.Recorded;
import java.util.Map;

/// What a run did.
///
/// @param made months made
/// @param dropped months forgotten
/// @param held months a legal hold keeps
/// @param left months somebody used all the while; the next run tries again
/// @param failed steps that failed, and months left for more than a week
@Serdeable
public record Tally(int made, int dropped, int held, int left, int failed) implements Recorded {
  static final Tally NONE = new Tally(0, 0, 0, 0, 0);
  static final Tally MADE = new Tally(1, 0, 0, 0, 0);
  static final Tally DROPPED = new Tally(0, 1, 0, 0, 0);
  static final Tally HELD = new Tally(0, 0, 1, 0, 0);
  static final Tally LEFT = new Tally(0, 0, 0, 1, 0);
  static final Tally FAILED = new Tally(0, 0, 0, 0, 1);

  Tally plus(Tally other) {
    return new Tally(
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
