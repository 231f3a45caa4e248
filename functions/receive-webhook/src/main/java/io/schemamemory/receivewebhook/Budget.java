package io.schemamemory.receivewebhook;

import io.schemamemory.data.connection.TimeLimit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// How the receiver divides the two seconds PlanetScale waits; all its time limits are here.
///
/// @param nanoTime when the handler began, on this process's own clock
/// @param begun the same moment on the wall clock
/// @param age how long API Gateway had the request before that, mostly the cold start
record Budget(long nanoTime, Instant begun, Duration age) {
  /// Of PlanetScale's two seconds; the network takes the others.
  static final Duration WHOLE = Duration.ofMillis(1_750);

  /// One attempt at the spill queue, once there is a client of it: SQS answers in tens of
  /// milliseconds, a new TLS connection takes a small CPU some hundred.
  static final Duration SPILL = Duration.ofMillis(600);

  /// Connecting and the statement together, in a cold process: TLS, SCRAM, classes not yet loaded.
  ///
  /// With less, a cold process would spill although the database is up. A warm process has all that
  /// [#WHOLE] leaves: more than `statement_timeout`, so that the server's own answer comes first.
  static final Duration DATABASE_AT_LEAST = Duration.ofMillis(700);

  /// When to stop trying: before Lambda ends the function at its `Timeout` of 3 s.
  ///
  /// In a cold process making the queue's client may take longer than the time left. The sender may
  /// have hung up by then, but it never retries: stored late is better than lost.
  static final Duration LATEST = Duration.ofMillis(2_600);

  /// An older request would have timed out; so clocks disagree, or it is a sample event.
  private static final Duration OLDEST = Duration.ofSeconds(3);

  Budget {
    age = age.isNegative() || age.compareTo(OLDEST) > 0 ? Duration.ZERO : age;
  }

  static Budget begin(Clock clock) {
    return new Budget(System.nanoTime(), clock.instant(), Duration.ZERO);
  }

  /// The same, once it is known when the request came.
  Budget since(Instant arrivedAt) {
    return new Budget(nanoTime, begun, Duration.between(arrivedAt, begun));
  }

  /// What connecting, the statement, and both once more on a lost connection may take together.
  Duration database() {
    Duration left = WHOLE.minus(SPILL).minus(age);
    return left.compareTo(DATABASE_AT_LEAST) < 0 ? DATABASE_AT_LEAST : left;
  }

  TimeLimit databaseLimit() {
    return limit(database());
  }

  TimeLimit latest() {
    return limit(LATEST);
  }

  private TimeLimit limit(Duration afterBeginning) {
    return new TimeLimit(nanoTime + afterBeginning.toNanos());
  }
}
