package io.schemamemory.applyretention;

import jakarta.inject.Singleton;
import java.util.concurrent.ThreadLocalRandom;

/// The time between two tries at a month in use: what queued behind the first goes on meanwhile.
@Singleton
class Pause {
  private static final int SHORTEST_MILLIS = 300;
  private static final int LONGEST_MILLIS = 600;

  /// Returns early when the thread is interrupted, which stays to be seen.
  void take() {
    try {
      // Asleep, since nothing tells when a lock is gone, and waiting in its queue would hold up
      // whoever comes after us. By chance, so that two runs do not meet again and again.
      Thread.sleep(ThreadLocalRandom.current().nextInt(SHORTEST_MILLIS, LONGEST_MILLIS));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
