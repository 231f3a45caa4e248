package io.schemamemory.local.runtime;

import io.schemamemory.local.template.Function;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// The functions of a template, each with its processes.
public final class Functions implements AutoCloseable {
  private final Map<String, Fleet> fleets = new LinkedHashMap<>();

  /// Starts nothing: a function's first process starts with its first invocation.
  public Functions(
      Collection<Function> functions,
      java.util.function.Function<Function, Code> code,
      RuntimeClient client,
      Consumer<RunEvent> sink) {
    for (Function function : functions) {
      Launch launch = new Launch(function, code.apply(function), client);
      fleets.put(function.logicalId(), new Fleet(launch, sink));
    }
  }

  public List<Function> all() {
    return fleets.values().stream().map(Fleet::function).toList();
  }

  /// By logical id, folder name, deployed name or ARN, each with or without a qualifier.
  public Optional<Function> find(String identifier) {
    int arn = identifier.lastIndexOf("function:");
    String rest = arn < 0 ? identifier : identifier.substring(arn + "function:".length());
    int qualifier = rest.indexOf(':');
    String name = qualifier < 0 ? rest : rest.substring(0, qualifier);
    return all().stream()
        .filter(
            function ->
                name.equals(function.logicalId())
                    || name.equals(function.name())
                    || name.equals(function.deployedName()))
        .findFirst();
  }

  /// Waits for the outcome.
  public InvocationOutcome invoke(String logicalId, Payload event) {
    Fleet fleet = fleets.get(logicalId);
    if (fleet == null) {
      throw new IllegalArgumentException("The template declares no function " + logicalId);
    }
    return fleet.invoke(event);
  }

  @Override
  public void close() {
    // All at once, so that their grace periods overlap.
    fleets.values().forEach(Fleet::terminate);
    fleets.values().forEach(Fleet::close);
  }
}
