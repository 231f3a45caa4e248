package io.schemamemory.local;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Passes lines on, and adds one after a long silence, so that a busy run does not look hung.
final class Heartbeat implements Consumer<String>, AutoCloseable {
  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(20);

  private final Consumer<String> screen;
  private final InstantSource clock;
  private final Instant began;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("heartbeat").factory());
  private Instant last;

  Heartbeat(Consumer<String> screen, InstantSource clock) {
    this.screen = screen;
    this.clock = clock;
    began = clock.instant();
    last = began;
  }

  static Heartbeat start(Consumer<String> screen, InstantSource clock) {
    Heartbeat heartbeat = new Heartbeat(screen, clock);
    var _ = heartbeat.timer.scheduleWithFixedDelay(heartbeat::beat, 1, 1, TimeUnit.SECONDS);
    return heartbeat;
  }

  @Override
  public synchronized void accept(String line) {
    last = clock.instant();
    screen.accept(line);
  }

  synchronized void beat() {
    Instant now = clock.instant();
    if (!now.isBefore(last.plus(LONGEST_SILENCE))) {
      accept("still working, " + Duration.between(began, now).toSeconds() + " s so far ...");
    }
  }

  /// Stops adding lines; lines are still passed on.
  @Override
  public void close() {
    timer.shutdownNow();
  }
}
