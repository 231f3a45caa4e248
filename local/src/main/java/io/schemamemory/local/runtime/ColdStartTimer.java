package io.schemamemory.local.runtime;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// Measures the time from the start of a process to its first response, and reports it once.
final class ColdStartTimer {
  private final String logicalId;
  private final Consumer<RunEvent> sink;
  private final long began = System.nanoTime();
  private final AtomicBoolean reported = new AtomicBoolean();

  private ColdStartTimer(String logicalId, Consumer<RunEvent> sink) {
    this.logicalId = logicalId;
    this.sink = sink;
  }

  static ColdStartTimer begin(String logicalId, Consumer<RunEvent> sink) {
    return new ColdStartTimer(logicalId, sink);
  }

  void end() {
    if (reported.compareAndSet(false, true)) {
      sink.accept(new RunEvent.ColdStarted(logicalId, Duration.ofNanos(System.nanoTime() - began)));
    }
  }
}
