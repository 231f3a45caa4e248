package io.schemamemory.local.runtime;

import io.schemamemory.local.template.Function;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// One event on its way through one process.
final class Invocation {
  /// Lambda gives the start of a process ten seconds, and then the invocation its timeout.
  private static final Duration INIT = Duration.ofSeconds(10);

  private final String requestId = UUID.randomUUID().toString();
  private final Function function;
  private final Payload event;
  private final CompletableFuture<InvocationOutcome> outcome = new CompletableFuture<>();
  private final CompletableFuture<Boolean> released = new CompletableFuture<>();

  Invocation(Function function, Payload event) {
    this.function = function;
    this.event = event;
  }

  String requestId() {
    return requestId;
  }

  Function function() {
    return function;
  }

  Payload event() {
    return event;
  }

  CompletableFuture<InvocationOutcome> outcome() {
    return outcome;
  }

  /// True when the process has asked for its next event, false when it has ended or does not.
  CompletableFuture<Boolean> released(Duration limit) {
    return released.completeOnTimeout(false, limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  void processAsksForNext() {
    released.complete(true);
  }

  void offered() {
    failAfter(INIT.plus(function.timeout()));
  }

  void delivered() {
    failAfter(function.timeout());
  }

  private void failAfter(Duration limit) {
    outcome.completeOnTimeout(
        new InvocationOutcome.TimedOut(requestId, function.timeout()),
        limit.toMillis(),
        TimeUnit.MILLISECONDS);
  }

  void processEnded(int status) {
    outcome.complete(
        InvocationOutcome.Failed.of(
            "Runtime.ExitError",
            "RequestId: %s Error: Runtime exited with error: exit status %d"
                .formatted(requestId, status)));
    released.complete(false);
  }
}
