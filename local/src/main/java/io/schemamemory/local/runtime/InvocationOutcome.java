package io.schemamemory.local.runtime;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;

/// How an invocation ended.
public sealed interface InvocationOutcome {

  /// A summary for a log line, without the function's own output.
  default String summary() {
    return switch (this) {
      case Answered _ -> "answered";
      case Failed failed -> "failed with " + failed.errorType();
      case TimedOut timedOut -> "timed out after " + timedOut.timeout().toSeconds() + " s";
      case Throttled _ -> "was throttled";
    };
  }

  /// The function returned.
  record Answered(Payload payload) implements InvocationOutcome {}

  /// The function threw, or its process ended; `error` is the JSON that Lambda would return.
  record Failed(String errorType, Payload error) implements InvocationOutcome {

    static Failed of(String errorType, String message) {
      return new Failed(errorType, errorJson(errorType, message));
    }
  }

  /// The function was still running at its timeout, and its process was killed.
  record TimedOut(String requestId, Duration timeout) implements InvocationOutcome {

    /// The JSON that Lambda returns.
    public Payload error() {
      return errorJson(
          "Sandbox.Timedout",
          "RequestId: %s Error: Task timed out after %d.00 seconds"
              .formatted(requestId, timeout.toSeconds()));
    }
  }

  /// No process became free within the function's timeout.
  record Throttled() implements InvocationOutcome {}

  private static Payload errorJson(String errorType, String message) {
    return Payload.of(
        JsonNodeFactory.instance
            .objectNode()
            .put("errorType", errorType)
            .put("errorMessage", message)
            .toString());
  }
}
