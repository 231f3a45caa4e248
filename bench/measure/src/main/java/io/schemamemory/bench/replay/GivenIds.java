package io.schemamemory.bench.replay;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The numbers that observations get in a replay, by those they got when it was recorded.
///
/// They get numbers that nothing else has, so that they can be told apart wherever they stand.
public final class GivenIds {
  /// The first number of an observation.
  public static final long FIRST = 1_000_000_000;

  private final Map<Long, Long> given = new HashMap<>();

  static boolean isOne(long number) {
    return number >= FIRST;
  }

  /// Both in the same order, which is that of their keys.
  void learn(List<Long> recorded, List<Long> now) {
    if (recorded.size() != now.size()) {
      throw new IllegalStateException(
          "a replay takes %d observations, not %d".formatted(now.size(), recorded.size()));
    }
    for (int i = 0; i < now.size(); i++) {
      given.put(recorded.get(i), now.get(i));
    }
  }

  /// Any other number stays what it is.
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
