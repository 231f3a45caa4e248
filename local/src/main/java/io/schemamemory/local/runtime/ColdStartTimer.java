package io.schemamemory.local.runtime;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// The time from the start of a process to its first answer, told once.
final class ColdStartTimer {
  private final String logicalId;
  private final Consumer<String> sink;
  private final long began = System.nanoTime();
  private final AtomicBoolean told = new AtomicBoolean();

  private ColdStartTimer(String logicalId, Consumer<String> sink) {
    this.logicalId = logicalId;
    this.sink = sink;
  }

  static ColdStartTimer begin(String logicalId, Consumer<String> sink) {
    return new ColdStartTimer(logicalId, sink);
  }

  void end() {
    if (told.compareAndSet(false, true)) {
      long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
      sink.accept("cold start " + logicalId + " " + millis + " ms");
    }
  }
}
