package io.schemamemory.local.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.schemamemory.local.template.Function;
import io.schemamemory.local.template.LogFormat;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/// One test handler served by real processes, and their output.
public final class Running implements AutoCloseable {
  private static final Path CLASSES = Path.of("target/test-classes").toAbsolutePath();
  private static final JsonMapper JSON = new JsonMapper();

  final Queue<String> log = new ConcurrentLinkedQueue<>();
  private final Functions functions;

  Running(Class<?> handler, Duration timeout, Map<String, String> environment) {
    this(handler, timeout, environment, _ -> {});
  }

  /// Also passes its events on.
  public Running(
      Class<?> handler,
      Duration timeout,
      Map<String, String> environment,
      Consumer<RunEvent> events) {
    functions =
        new Functions(
            List.of(function(handler.getName(), timeout, environment)),
            _ -> new Code(CLASSES, List.of(CLASSES)),
            RuntimeClient.built(Path.of("..")),
            event -> {
              log.add(event.line());
              events.accept(event);
            });
  }

  static Running of(Class<?> handler) {
    return new Running(handler, Duration.ofSeconds(20), Map.of());
  }

  static Function function(String handler, Duration timeout, Map<String, String> environment) {
    return new Function(
        "Thing",
        "thing",
        handler,
        timeout,
        128,
        LogFormat.TEXT,
        false,
        environment,
        List.of(),
        List.of());
  }

  public InvocationOutcome invoke(String json) {
    return functions.invoke("Thing", Payload.of(json));
  }

  JsonNode answer(String json) throws Exception {
    return switch (invoke(json)) {
      case InvocationOutcome.Answered(Payload payload) -> JSON.readTree(payload.bytes());
      case InvocationOutcome other -> throw new AssertionError(other + " " + log);
    };
  }

  @Override
  public void close() {
    functions.close();
  }
}
