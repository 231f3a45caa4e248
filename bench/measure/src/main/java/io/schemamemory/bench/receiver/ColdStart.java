package io.schemamemory.bench.receiver;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.schemamemory.local.runtime.Functions;
import io.schemamemory.local.runtime.InvocationOutcome;
import io.schemamemory.local.runtime.Payload;
import io.schemamemory.local.runtime.RuntimeClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Starts a variant in a process of its own, for one invocation.
record ColdStart(RuntimeClient client) {
  /// As the runner measures it: it ends with the answer, before the process is known to be
  /// reusable.
  private static final Pattern DURATION = Pattern.compile("cold start \\w+ (\\d+) ms");

  private static final ObjectMapper JSON = new ObjectMapper();

  /// Milliseconds from the start of the process to its answer, which must be 2xx.
  double millis(ColdVariant variant, Payload event) {
    Queue<String> log = new ConcurrentLinkedQueue<>();
    try (Functions functions =
        new Functions(
            List.of(variant.function()),
            _ -> variant.code(),
            client,
            happened -> log.add(happened.line()))) {
      InvocationOutcome outcome = functions.invoke(variant.function().logicalId(), event);
      if (!(outcome instanceof InvocationOutcome.Answered(Payload answer)) || !isSuccess(answer)) {
        throw new IllegalStateException(
            variant.name() + " did not answer 2xx:\n" + String.join("\n", log));
      }
    }
    return log.stream()
        .map(DURATION::matcher)
        .filter(Matcher::matches)
        .mapToDouble(matcher -> Double.parseDouble(matcher.group(1)))
        .findFirst()
        .orElseThrow();
  }

  private static boolean isSuccess(Payload answer) {
    try {
      return JSON.readTree(answer.bytes()).path("statusCode").asInt() / 100 == 2;
    } catch (IOException misshapen) {
      throw new UncheckedIOException("an answer is not JSON", misshapen);
    }
  }
}
