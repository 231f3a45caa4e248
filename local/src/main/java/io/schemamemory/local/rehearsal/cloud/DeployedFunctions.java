package io.schemamemory.local.rehearsal.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import io.schemamemory.local.runtime.Code;
import io.schemamemory.local.runtime.Functions;
import io.schemamemory.local.runtime.InvocationOutcome;
import io.schemamemory.local.runtime.Payload;
import io.schemamemory.local.runtime.RunEvent;
import io.schemamemory.local.runtime.RuntimeClient;
import io.schemamemory.local.template.Function;
import io.schemamemory.local.template.LogFormat;
import io.schemamemory.local.template.Stack;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// Functions as the local AWS has them: its code, and the environment it resolved.
public final class DeployedFunctions implements AutoCloseable {
  private static final String LATEST = "$LATEST";

  private final LocalLambda lambda;
  private final RuntimeClient client;
  private final Map<String, String> added;
  private final Consumer<RunEvent> sink;

  /// By configuration, so that a changed one starts new processes.
  private final Map<JsonNode, Functions> running = new ConcurrentHashMap<>();

  /// @param added what Lambda adds to an environment, and where the stand-ins are
  public DeployedFunctions(
      LocalLambda lambda,
      RuntimeClient client,
      Map<String, String> added,
      Consumer<RunEvent> sink) {
    this.lambda = lambda;
    this.client = client;
    this.added = Map.copyOf(added);
    this.sink = sink;
  }

  public InvocationOutcome invoke(String name, String version, Payload event) {
    Functions functions =
        running.computeIfAbsent(lambda.configuration(name, version), this::started);
    return functions.invoke(functions.all().getFirst().logicalId(), event);
  }

  private Functions started(JsonNode configuration) {
    Code code = Code.in(lambda.code(configuration));
    return new Functions(List.of(function(configuration)), _ -> code, client, sink);
  }

  private Function function(JsonNode configuration) {
    String name = configuration.path("FunctionName").asText();
    String version = configuration.path("Version").asText();
    Map<String, String> environment = new LinkedHashMap<>();
    configuration
        .at("/Environment/Variables")
        .properties()
        .forEach(variable -> environment.put(variable.getKey(), variable.getValue().asText()));
    environment.putAll(added);
    String applyOn = configuration.at("/SnapStart/ApplyOn").asText();
    return new Function(
        name,
        name.substring(Stack.NAME.length() + 1),
        configuration.path("Handler").asText(),
        Duration.ofSeconds(configuration.path("Timeout").asLong()),
        configuration.path("MemorySize").asInt(),
        LogFormat.valueOf(configuration.at("/LoggingConfig/LogFormat").asText()),
        applyOn.equals("PublishedVersions") && !version.equals(LATEST),
        environment,
        List.of(),
        List.of());
  }

  @Override
  public void close() {
    running.values().forEach(Functions::close);
  }
}
