package io.schemamemory.migrateschema.deploy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/// Acts when a time is over, unless it was stopped before: one of the two happens, never both.
final class TimeGuard {
  private final AtomicBoolean decided = new AtomicBoolean();
  private final Thread thread;

  private TimeGuard(Duration after, Runnable action) {
    this.thread = Thread.ofPlatform().daemon().unstarted(() -> act(after, action));
  }

  static TimeGuard start(Duration after, Runnable action) {
    TimeGuard guard = new TimeGuard(after, action);
    guard.thread.start();
    return guard;
  }

  private void act(Duration after, Runnable action) {
    try {
      // Nothing signals that time is nearly over; who stops it interrupts this.
      Thread.sleep(after);
    } catch (InterruptedException stopped) {
      return;
    }
    if (decided.compareAndSet(false, true)) {
      action.run();
    }
  }

  /// Whether it was stopped before it acted; otherwise waits until it has acted, since Lambda
  /// freezes what is left when an invocation ends.
  boolean stop() {
    boolean before = decided.compareAndSet(false, true);
    try {
      if (before) {
        thread.interrupt();
      }
      thread.join();
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
    return before;
  }
}
