package io.schemamemory.local.runtime;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Hands events from callers to the process, one at a time.
final class Handover {
  private final BlockingQueue<Invocation> offered = new LinkedBlockingQueue<>();
  private @Nullable Invocation current;
  private @Nullable Integer exitStatus;

  synchronized void offer(Invocation invocation) {
    current = invocation;
    if (exitStatus != null) {
      invocation.processEnded(exitStatus);
    } else {
      invocation.offered();
      offered.add(invocation);
    }
  }

  /// The process asks for an event, so the one before is done; waits until there is an event.
  Invocation take() throws InterruptedException {
    releaseFormer();
    Invocation next = offered.take();
    next.delivered();
    return next;
  }

  private synchronized void releaseFormer() {
    // The first event may already be waiting while the process starts.
    if (current != null && current.outcome().isDone()) {
      current.processAsksForNext();
    }
  }

  /// False if the process has been given another invocation.
  synchronized boolean settle(String requestId, InvocationOutcome outcome) {
    return settle(invocation -> invocation.requestId().equals(requestId), outcome);
  }

  synchronized boolean initFailed(InvocationOutcome.Failed failure) {
    return settle(_ -> true, failure);
  }

  private boolean settle(Predicate<Invocation> expected, InvocationOutcome outcome) {
    Invocation invocation = current;
    return invocation != null
        && expected.test(invocation)
        && invocation.outcome().complete(outcome);
  }

  synchronized void ended(int status) {
    exitStatus = status;
    if (current != null) {
      current.processEnded(status);
    }
  }
}
