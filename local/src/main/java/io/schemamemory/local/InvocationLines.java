package io.schemamemory.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.schemamemory.local.runtime.InvocationOutcome;
import io.schemamemory.local.runtime.Payload;
import io.schemamemory.local.runtime.RunEvent;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Writes one line for a person about each invocation, with the cause of a failure.
final class InvocationLines {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path log;

  /// A process's last line, by function: the cause if it ends without an error response.
  private final Map<String, String> lastOutput = new ConcurrentHashMap<>();

  InvocationLines(Path log) {
    this.log = log;
  }

  void remember(RunEvent.Output output) {
    String message = Cause.messageOf(output.text());
    if (!message.isEmpty() && !message.startsWith("at ")) {
      lastOutput.put(output.function(), message);
    }
  }

  String of(RunEvent.Invoked invoked) {
    String function = invoked.function();
    String took = " in " + invoked.took().toMillis() + " ms";
    return switch (invoked.outcome()) {
      case InvocationOutcome.Answered(Payload answer) -> function + " " + answered(answer) + took;
      case InvocationOutcome.Failed failed ->
          function + " failed" + took + ": " + cause(function, failed) + " (log: " + log + ")";
      case InvocationOutcome.TimedOut timedOut ->
          function + " " + timedOut.summary() + " (log: " + log + ")";
      case InvocationOutcome.Throttled throttled ->
          function
              + " "
              + throttled.summary()
              + ": both of its processes were busy until its timeout (log: "
              + log
              + ")";
    };
  }

  private String cause(String function, InvocationOutcome.Failed failed) {
    String last = lastOutput.get(function);
    boolean ended = failed.errorType().equals("Runtime.ExitError");
    return Cause.of(failed) + (ended && last != null ? "; its last output: " + last : "");
  }

  /// The response to an HTTP request has a status; others do not.
  private static String answered(Payload answer) {
    try {
      int status = JSON.readTree(answer.text()).path("statusCode").asInt();
      return status == 0 ? "ok" : "answered " + status;
    } catch (JsonProcessingException noJson) {
      return "ok";
    }
  }
}
