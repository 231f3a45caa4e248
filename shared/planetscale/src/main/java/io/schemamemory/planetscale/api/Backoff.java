package io.schemamemory.planetscale.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;

/// How long to wait between tries: a clock, a sleep and jitter.
///
/// @param sleep returns after that long, or early when the thread is interrupted, with its
///     interrupt flag still set
/// @param jitter a random number from 0 up to 1
public record Backoff(InstantSource clock, Consumer<Duration> sleep, DoubleSupplier jitter) {
  private static final Duration SHORTEST = Duration.ofMillis(500);

  /// Half of the minute in which PlanetScale counts requests.
  private static final Duration LONGEST = Duration.ofSeconds(30);

  /// Real time.
  public static Backoff real() {
    return new Backoff(
        Clock.systemUTC(), Backoff::interruptibly, () -> ThreadLocalRandom.current().nextDouble());
  }

  Instant now() {
    return clock.instant();
  }

  /// How long to wait when the server did not say: doubles with each try; half of it is random, so
  /// that clients that failed together do not come back together.
  Duration after(int tries) {
    long millis = Math.min(LONGEST.toMillis(), SHORTEST.toMillis() << Math.min(tries - 1, 16));
    return Duration.ofMillis(Math.round(millis * (0.5 + jitter.getAsDouble() / 2)));
  }

  /// How long to wait when the server did say: a random bit longer, since others were told the
  /// same.
  Duration atLeast(Duration retryAfter) {
    return retryAfter.plusMillis(Math.round(SHORTEST.toMillis() * jitter.getAsDouble()));
  }

  /// Waits, unless the wait would end at or after the deadline or the thread is interrupted.
  boolean pass(Duration time, Instant until) {
    if (!now().plus(time).isBefore(until)) {
      return false;
    }
    sleep.accept(time);
    return !Thread.currentThread().isInterrupted();
  }

  private static void interruptibly(Duration time) {
    try {
      // A scheduled run has nothing else to do until PlanetScale lets it go on.
      Thread.sleep(time);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
