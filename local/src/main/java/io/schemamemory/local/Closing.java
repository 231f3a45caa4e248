package io.schemamemory.local;

import java.util.ArrayDeque;
import java.util.Deque;

/// Stops everything when the run ends, even if it ends early; what was started last is stopped
/// first.
public final class Closing implements AutoCloseable {
  private final Deque<Runnable> started = new ArrayDeque<>();
  private boolean closed;

  /// Registers something to stop at the end; stops it at once if the run has already ended.
  public synchronized void atEnd(Runnable stop) {
    if (closed) {
      stop.run();
    } else {
      started.push(stop);
    }
  }

  /// A failure to stop one must not keep the others running.
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
