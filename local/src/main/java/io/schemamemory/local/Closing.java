package io.schemamemory.local;

import java.util.ArrayDeque;
import java.util.Deque;

/// What must be stopped when the run ends, however early that is; the last started goes first.
final class Closing implements AutoCloseable {
  private final Deque<Runnable> started = new ArrayDeque<>();
  private boolean closed;

  /// Stops something at the end, or at once if the end has been.
  synchronized void atEnd(Runnable stop) {
    if (closed) {
      stop.run();
    } else {
      started.push(stop);
    }
  }

  /// One that cannot be stopped must not keep the others running.
  private static void stop(Runnable stop) {
    try {
      stop.run();
    } catch (RuntimeException failure) {
      System.err.println("could not be stopped: " + failure);
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    while (!started.isEmpty()) {
      stop(started.pop());
    }
  }
}
