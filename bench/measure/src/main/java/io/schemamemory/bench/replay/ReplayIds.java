package io.schemamemory.bench.replay;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Maps the observation ids of the recording to those of a replay.
///
/// Observation ids start at a number that no other id reaches, so that they can be recognized
/// anywhere.
public final class ReplayIds {
  /// The first number of an observation.
  public static final long FIRST = 1_000_000_000;

  private final Map<Long, Long> given = new HashMap<>();

  static boolean isOne(long number) {
    return number >= FIRST;
  }

  /// Both lists are ordered by the observations' keys.
  void learn(List<Long> recorded, List<Long> now) {
    if (recorded.size() != now.size()) {
      throw new IllegalStateException(
          "a replay takes %d observations, not %d".formatted(now.size(), recorded.size()));
    }
    for (int i = 0; i < now.size(); i++) {
      given.put(recorded.get(i), now.get(i));
    }
  }

  /// Other numbers are returned unchanged.
  long of(long recorded) {
    if (!isOne(recorded)) {
      return recorded;
    }
    Long now = given.get(recorded);
    if (now == null) {
      throw new IllegalStateException("an observation is named that was not taken");
    }
    return now;
  }
}
