package io.schemamemory.webhook.secrets;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// How often secrets are read because of signatures that no known secret made.
///
/// Strangers choose when those come, and among theirs may be the first one of a new secret: it must
/// get its reading however many others came before it. So when they come too fast, each waits for
/// its turn; only a signature that had one just now gets no other then. At any other time it does:
/// it may come again because its secret is there now.
final class DoubtPace {
  /// Between two readings in the long run: ten a second for each process.
  static final Duration INTERVAL = Duration.ofMillis(100);

  /// So many come at once without waiting. The longest wait is one interval.
  static final int BURST = 20;

  /// How long the same signature gets no second reading while there is none without waiting.
  static final Duration REMEMBERED = Duration.ofSeconds(5);

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
    taken = next(now);
    return waiting(now, taken);
  }

  private Instant next(Instant now) {
    // A clock that was set back must not make anybody wait for it.
    boolean current =
        taken.isAfter(now) && taken.isBefore(now.plus(INTERVAL.multipliedBy(BURST + 1)));
    return (current ? taken : now).plus(INTERVAL);
  }

  private static Duration waiting(Instant now, Instant turn) {
    Duration wait = Duration.between(now.plus(INTERVAL.multipliedBy(BURST)), turn);
    return wait.isPositive() ? wait : Duration.ZERO;
  }

  /// Whether a signature had a reading just now and was refused all the same, and the next turn is
  /// not at once.
  boolean wasRefused(String signature) {
    Instant at = refused.get(signature);
    Instant now = clock.instant();
    if (at == null || waiting(now, next(now)).isZero()) {
      return false;
    }
    Duration passed = Duration.between(at, now);
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
