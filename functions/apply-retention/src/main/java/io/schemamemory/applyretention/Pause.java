package io.schemamemory.applyretention;

import jakarta.inject.Singleton;
import java.util.concurrent.ThreadLocalRandom;

/// The time between two attempts at a month in use: inserts that queued behind the first one
/// continue meanwhile.
@Singleton
class Pause {
  private static final int SHORTEST_MILLIS = 300;
  private static final int LONGEST_MILLIS = 600;

  /// Returns early when the thread is interrupted, and keeps its interrupted status.
  void take() {
    try {
      // It sleeps because PostgreSQL does not signal that a lock is free, and waiting in the lock's
      // queue would block every session behind us. Random, so that two runs do not keep colliding.
      Thread.sleep(ThreadLocalRandom.current().nextInt(SHORTEST_MILLIS, LONGEST_MILLIS));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
