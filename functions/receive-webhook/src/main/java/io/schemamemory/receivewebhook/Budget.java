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

  /// The spill queue, once there is a client of it: SQS answers in tens of milliseconds, a new TLS
  /// connection takes a small CPU some hundred.
  static final Duration SPILL = Duration.ofMillis(600);

  /// Less than this is left by a cold start without a snapshot only: too little to connect to the
  /// database and, if that is away, to reach the queue.
  static final Duration FAIR = Duration.ofMillis(800);

  /// How long before the database's time is up the queue's client is made: most of what that takes
  /// a small CPU. Not earlier, since a cold connection needs the CPU.
  static final Duration PREPARING = Duration.ofMillis(200);

  /// Reading the secret with the database's URL; longer than that the database itself is not waited
  /// for, and the failure has its own words.
  static final Duration DATABASE_SECRET = Duration.ofMillis(680);

  /// When too little of [#WHOLE] was left at the beginning: connecting and the statement together.
  static final Duration DATABASE_WHEN_LATE = Duration.ofMillis(700);

  /// And when to stop trying: before Lambda ends the function at its `Timeout` of 3 s.
  ///
  /// After so slow a start no answer can come in time. But the sender never retries: stored late is
  /// better than lost.
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
  ///
  /// In a warm process more than `statement_timeout`, so that the server's own answer comes first;
  /// in a cold one no less than the queue has: TLS, SCRAM and classes not yet loaded take longer,
  /// and with less it would spill although the database is up.
  Duration database() {
    if (isLate()) {
      return DATABASE_WHEN_LATE;
    }
    Duration without = left().minus(SPILL);
    Duration half = left().dividedBy(2);
    return without.compareTo(half) < 0 ? half : without;
  }

  /// When the answer must have been given, whatever hangs.
  Duration answer() {
    return isLate() ? LATEST : left();
  }

  /// When the database is slow enough to make the queue's client meanwhile; longer than a warm one
  /// waits for a lock.
  TimeLimit slowLimit() {
    return limit(database().minus(PREPARING));
  }

  TimeLimit databaseLimit() {
    return limit(database());
  }

  /// For a body of megabytes, which takes the queue longer, too: compressing it comes first.
  TimeLimit databaseLimitOfLarge() {
    return limit(isLate() ? database() : left().dividedBy(2));
  }

  TimeLimit answerLimit() {
    return limit(answer());
  }

  private boolean isLate() {
    return left().compareTo(FAIR) < 0;
  }

  /// Of the whole, when the handler began.
  private Duration left() {
    return WHOLE.minus(age);
  }

  private TimeLimit limit(Duration afterBeginning) {
    return new TimeLimit(nanoTime + afterBeginning.toNanos());
  }
}
