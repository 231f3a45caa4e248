package io.schemamemory.secrets;

import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// The time by which a read must have ended, however many steps it takes.
record ReadDeadline(long endsNanos) {
  static ReadDeadline in(Duration given) {
    return new ReadDeadline(System.nanoTime() + given.toNanos());
  }

  /// The time left for the next step; never 0, which a socket takes for no limit.
  int millisLeft() throws SocketTimeoutException {
    long left = left();
    if (left <= 0) {
      throw new SocketTimeoutException("no time left");
    }
    return Math.toIntExact(left);
  }

  /// Pauses before another try; false when no time is left for one.
  boolean allowsPause(Duration pause) {
    if (left() <= pause.toMillis()) {
      return false;
    }
    try {
      // The extension does not say when it begins to listen.
      Thread.sleep(pause);
      return left() > 0;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private long left() {
    return TimeUnit.NANOSECONDS.toMillis(endsNanos - System.nanoTime());
  }
}
