package io.schemamemory.local.schedule;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/// One schedule's invocations, never two at once.
final class Tick {
  private final Runnable work;
  private final AtomicBoolean running = new AtomicBoolean();

  Tick(Runnable work) {
    this.work = work;
  }

  /// Empty if this tick is skipped because the one before is still running.
  Optional<Thread> begin() {
    return running.compareAndSet(false, true)
        ? Optional.of(Thread.startVirtualThread(this::run))
        : Optional.empty();
  }

  private void run() {
    try {
      work.run();
    } finally {
      running.set(false);
    }
  }
}
