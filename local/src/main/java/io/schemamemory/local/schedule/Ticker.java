package io.schemamemory.local.schedule;

import io.schemamemory.local.runtime.Functions;
import io.schemamemory.local.template.Function;
import io.schemamemory.local.template.Schedule;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Invokes functions on their schedules, the first time after one period.
public final class Ticker implements AutoCloseable {
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("schedules").factory());

  private Ticker() {}

  public static Ticker start(Functions functions, Clock clock) {
    Ticker ticker = new Ticker();
    for (Function function : functions.all()) {
      for (Schedule schedule : function.schedules()) {
        ticker.add(schedule.every(), new Tick(() -> invoke(functions, function, schedule, clock)));
      }
    }
    return ticker;
  }

  private static void invoke(
      Functions functions, Function function, Schedule schedule, Clock clock) {
    // Functions already reports every outcome, failures too.
    var _ =
        functions.invoke(
            function.logicalId(), ScheduledEvent.of(function, schedule, clock.instant()));
  }

  private void add(Duration every, Tick tick) {
    // A delay, not a rate: a laptop that wakes up must not run all the ticks it missed.
    var _ =
        timer.scheduleWithFixedDelay(
            tick::begin, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
