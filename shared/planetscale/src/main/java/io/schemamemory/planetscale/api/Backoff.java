package io.schemamemory.planetscale.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;

/// Time, how it is passed, and the chance in it.
///
/// @param pause returns after that long, or early when the thread is interrupted, which stays to be
///     seen
/// @param chance from 0 up to 1
public record Backoff(InstantSource clock, Consumer<Duration> pause, DoubleSupplier chance) {
  private static final Duration SHORTEST = Duration.ofMillis(500);

  /// Half of the minute in which PlanetScale counts requests.
  private static final Duration LONGEST = Duration.ofSeconds(30);

  /// Real time.
  public static Backoff real() {
    return new Backoff(
        Clock.systemUTC(), Backoff::sleep, () -> ThreadLocalRandom.current().nextDouble());
  }

  Instant now() {
    return clock.instant();
  }

  /// How long to wait when nobody said: twice as long after each try, half of it by chance, so that
  /// those who failed together do not come back together.
  Duration after(int tries) {
    long millis = Math.min(LONGEST.toMillis(), SHORTEST.toMillis() << Math.min(tries - 1, 16));
    return Duration.ofMillis(Math.round(millis * (0.5 + chance.getAsDouble() / 2)));
  }

  /// How long to wait when somebody said: a little longer, by chance, for others were told too.
  Duration atLeast(Duration told) {
    return told.plusMillis(Math.round(SHORTEST.toMillis() * chance.getAsDouble()));
  }

  /// Lets time pass, unless it would end at or after a deadline or the thread is interrupted.
  boolean pass(Duration time, Instant until) {
    if (!now().plus(time).isBefore(until)) {
      return false;
    }
    pause.accept(time);
    return !Thread.currentThread().isInterrupted();
  }

  private static void sleep(Duration time) {
    try {
      // PlanetScale says how long to stay away, and whoever asks has nothing else to do meanwhile.
      Thread.sleep(time);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
