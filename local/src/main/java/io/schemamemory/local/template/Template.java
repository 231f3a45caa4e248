package io.schemamemory.local.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The functions and queues of a SAM template, with all values that the runner needs resolved.
public record Template(
    List<Function> functions, List<Queue> queues, List<QueueMapping> queueMappings) {

  public Template {
    functions = List.copyOf(functions);
    queues = List.copyOf(queues);
    queueMappings = List.copyOf(queueMappings);
    if (functions.isEmpty()) {
      throw new TemplateException("The template declares no function");
    }
    for (QueueMapping mapping : queueMappings) {
      if (!isServed(mapping, functions, queues)) {
        throw new TemplateException(
            mapping.logicalId() + ": names a queue or a function the template does not declare");
      }
    }
  }

  private static boolean isServed(
      QueueMapping mapping, List<Function> functions, List<Queue> queues) {
    return queues.stream().anyMatch(queue -> queue.arn().equals(mapping.queueArn()))
        && functions.stream()
            .anyMatch(function -> function.deployedName().equals(mapping.functionName()));
  }

  /// Reads and resolves the whole template, so that anything that cannot be served fails here.
  ///
  /// @param parameters values that a deploy would override; the others have their defaults
  public static Template read(Path file, SecretValues secrets, Map<String, String> parameters) {
    try {
      return parse(Files.readString(file), secrets, parameters);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  /// Adds a variable to every function.
  public Template with(String variable, String value) {
    return new Template(
        functions.stream().map(function -> function.with(variable, value)).toList(),
        queues,
        queueMappings);
  }

  static Template parse(String yaml, SecretValues secrets) {
    return parse(yaml, secrets, Map.of());
  }

  /// Reads and resolves only one function, whatever the others would need.
  public static Function function(
      Path file, String logicalId, SecretValues secrets, Map<String, String> parameters) {
    try {
      Property root = root(Files.readString(file), secrets);
      Intrinsics intrinsics = new Intrinsics(Names.of(root, secrets, parameters), secrets);
      return all(root, ResourceType.FUNCTION, intrinsics)
          .filter(properties -> properties.logicalId().equals(logicalId))
          .map(properties -> function(properties, globals(root)))
          .findFirst()
          .orElseThrow(() -> new TemplateException("The template declares no " + logicalId));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  private static Property root(String yaml, SecretValues secrets) {
    Intrinsics nothing = new Intrinsics(Map.of(), secrets);
    return new Property("Template", "", CloudFormationYaml.read(yaml), nothing);
  }

  private static @Nullable Object globals(Property root) {
    return root.at("Globals").at("Function").value();
  }

  private static Template parse(String yaml, SecretValues secrets, Map<String, String> parameters) {
    Property root = root(yaml, secrets);
    Intrinsics intrinsics = new Intrinsics(Names.of(root, secrets, parameters), secrets);
    @Nullable Object globals = globals(root);
    return new Template(
        all(root, ResourceType.FUNCTION, intrinsics)
            .map(properties -> function(properties, globals))
            .toList(),
        all(root, ResourceType.QUEUE, intrinsics).map(Queue::read).toList(),
        all(root, ResourceType.QUEUE_MAPPING, intrinsics).map(QueueMapping::read).toList());
  }

  private static Stream<Property> all(Property root, ResourceType type, Intrinsics intrinsics) {
    return root.at("Resources").entries().entrySet().stream()
        .filter(resource -> ResourceType.of(resource.getValue()) == type)
        .map(
            resource ->
                ResourceType.properties(resource.getKey(), resource.getValue(), intrinsics));
  }

  private static Function function(Property own, @Nullable Object globals) {
    Property properties =
        new Property(own.logicalId(), "", Globals.merge(globals, own.value()), own.intrinsics());
    properties.at("Runtime").mustBe("java25");
    Events events = Events.read(properties.at("Events"));
    return new Function(
        own.logicalId(),
        name(properties.at("FunctionName")),
        properties.at("Handler").text(),
        // Three seconds and 128 MB are Lambda's own defaults.
        Duration.ofSeconds(properties.at("Timeout").number(3)),
        properties.at("MemorySize").number(128),
        LogFormat.read(properties.at("LoggingConfig").at("LogFormat")),
        snapStart(properties.at("SnapStart").at("ApplyOn")),
        environment(properties.at("Environment").at("Variables")),
        events.routes(),
        events.schedules());
  }

  private static boolean snapStart(Property applyOn) {
    return switch (applyOn.text("None")) {
      case "None" -> false;
      case "PublishedVersions" -> true;
      case String other ->
          throw applyOn.problem("is " + other + ", expected PublishedVersions or None");
    };
  }

  private static String name(Property functionName) {
    String prefix = Stack.NAME + "-";
    String name = functionName.text();
    if (!name.startsWith(prefix)) {
      throw functionName.problem("is " + name + ", expected ${AWS::StackName}- and its folder");
    }
    return name.substring(prefix.length());
  }

  private static Map<String, String> environment(Property variables) {
    Map<String, String> environment = new LinkedHashMap<>();
    variables.entries().forEach((name, value) -> environment.put(name, value.text()));
    return environment;
  }
}
