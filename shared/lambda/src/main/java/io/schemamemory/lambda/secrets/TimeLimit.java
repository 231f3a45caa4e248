package io.schemamemory.lambda.secrets;

import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// The moment by which something must have ended, however many steps it has.
record TimeLimit(Duration given, long endsNanos) {
  static TimeLimit in(Duration given) {
    return new TimeLimit(given, System.nanoTime() + given.toNanos());
  }

  /// What is left for the next step; never 0, which sockets take for ever.
  int millisLeft() throws SocketTimeoutException {
    long left = TimeUnit.NANOSECONDS.toMillis(endsNanos - System.nanoTime());
    if (left <= 0) {
      throw new SocketTimeoutException("no time left");
    }
    return Math.toIntExact(left);
  }

  /// Waits a little for what is not there yet; false when that would be too long.
  boolean allowsPause(Duration pause) {
    if (endsNanos - System.nanoTime() <= pause.toNanos()) {
      return false;
    }
    try {
      Thread.sleep(pause);
      return true;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
