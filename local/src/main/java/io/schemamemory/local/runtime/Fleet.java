package io.schemamemory.local.runtime;

import io.schemamemory.local.template.Function;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// The processes of one function: started when needed, replaced when they end.
final class Fleet implements AutoCloseable {
  /// More JVMs starting at once on a small machine would all miss their timeouts.
  private static final int MAX_PROCESSES = 2;

  private final Launch launch;
  private final Consumer<RunEvent> sink;
  private final Semaphore permits = new Semaphore(MAX_PROCESSES, true);
  private final Deque<Sandbox> idle = new ConcurrentLinkedDeque<>();
  private final Set<Sandbox> started = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  Fleet(Launch launch, Consumer<RunEvent> sink) {
    this.launch = launch;
    this.sink = sink;
  }

  Function function() {
    return launch.function();
  }

  InvocationOutcome invoke(Payload event) {
    long began = System.nanoTime();
    InvocationOutcome outcome = invokeWhenPermitted(event);
    // Interrupted by the end of the run, which is not a failure.
    if (!closed) {
      Duration took = Duration.ofNanos(System.nanoTime() - began);
      sink.accept(new RunEvent.Invoked(function().logicalId(), outcome, took));
    }
    return outcome;
  }

  private InvocationOutcome invokeWhenPermitted(Payload event) {
    if (!permitted()) {
      return new InvocationOutcome.Throttled();
    }
    try {
      return invoke(sandbox(), event);
    } catch (UncheckedIOException | IllegalStateException e) {
      return InvocationOutcome.Failed.of("Runtime.StartError", String.valueOf(e.getMessage()));
    } finally {
      permits.release();
    }
  }

  private InvocationOutcome invoke(Sandbox sandbox, Payload event) {
    InvocationOutcome outcome = sandbox.invoke(new Invocation(function(), event));
    if (sandbox.isReusable()) {
      idle.addFirst(sandbox);
    } else {
      discard(sandbox);
    }
    return outcome;
  }

  private boolean permitted() {
    try {
      return permits.tryAcquire(function().timeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Sandbox sandbox() {
    // Reuse the process used last, as Lambda does; the other may stay idle.
    for (Sandbox sandbox = idle.pollFirst(); sandbox != null; sandbox = idle.pollFirst()) {
      if (sandbox.isReusable()) {
        return sandbox;
      }
      discard(sandbox);
    }
    return start();
  }

  private synchronized Sandbox start() {
    if (closed) {
      throw new IllegalStateException("The bundle is closed");
    }
    Sandbox sandbox = Sandbox.start(launch, sink);
    started.add(sandbox);
    return sandbox;
  }

  private void discard(Sandbox sandbox) {
    started.remove(sandbox);
    sandbox.close();
  }

  /// Asks every process to end and starts no more; [#close] makes sure they end.
  synchronized void terminate() {
    closed = true;
    started.forEach(Sandbox::terminate);
  }

  @Override
  public void close() {
    terminate();
    started.forEach(Sandbox::close);
    started.clear();
  }
}
