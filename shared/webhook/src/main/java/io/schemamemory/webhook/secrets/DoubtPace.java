package io.schemamemory.webhook.secrets;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// How often secrets are read because of signatures that no known secret made.
///
/// Strangers choose when those come, and among theirs may be the first one of a new secret: it must
/// get its reading however many others came before it. So nobody is refused a reading, but for a
/// signature that had one; when they come too fast, each waits for its turn.
final class DoubtPace {
  /// Between two readings in the long run: ten a second for each process.
  static final Duration INTERVAL = Duration.ofMillis(100);

  /// So many come at once without waiting. The longest wait is one interval.
  static final int BURST = 20;

  /// How long the same signature gets no second reading. Short, since a webhook may be sent again
  /// once its secret is there.
  static final Duration REMEMBERED = Duration.ofSeconds(2);

  /// Each is some hundred bytes.
  private static final int MOST_REMEMBERED = 1_000;

  private final Clock clock;
  private final Map<String, Instant> refused = new LinkedHashMap<>();

  /// When all turns so far would have come, one after the other.
  private Instant taken = Instant.EPOCH;

  DoubtPace(Clock clock) {
    this.clock = clock;
  }

  /// Takes the next turn.
  ///
  /// @return how long to wait for it
  Duration turn() {
    Instant now = clock.instant();
    // A clock that was set back must not make anybody wait for it.
    boolean current =
        taken.isAfter(now) && taken.isBefore(now.plus(INTERVAL.multipliedBy(BURST + 1)));
    taken = (current ? taken : now).plus(INTERVAL);
    Duration wait = Duration.between(now.plus(INTERVAL.multipliedBy(BURST)), taken);
    return wait.isPositive() ? wait : Duration.ZERO;
  }

  /// Whether a signature had a reading just now, and was refused all the same.
  boolean wasRefused(String signature) {
    Instant at = refused.get(signature);
    if (at == null) {
      return false;
    }
    Duration passed = Duration.between(at, clock.instant());
    return !passed.isNegative() && passed.compareTo(REMEMBERED) < 0;
  }

  /// Remembers a signature that was refused after a reading.
  void refuse(String signature) {
    refused.remove(signature);
    refused.put(signature, clock.instant());
    if (refused.size() > MOST_REMEMBERED) {
      refused.remove(refused.keySet().iterator().next());
    }
  }
}
