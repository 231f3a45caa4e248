package io.schemamemory.local.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The functions of a SAM template, with everything the runner needs of them resolved.
public record Template(List<Function> functions) {

  public Template {
    functions = List.copyOf(functions);
    if (functions.isEmpty()) {
      throw new TemplateException("The template declares no function");
    }
  }

  /// Reads and resolves it whole, so that what cannot be served fails here.
  ///
  /// @param parameters what a deploy would override; the others have their defaults
  public static Template read(Path file, Secrets secrets, Map<String, String> parameters) {
    try {
      return parse(Files.readString(file), secrets, parameters);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  /// The same with one variable more for every function.
  public Template with(String variable, String value) {
    return new Template(
        functions.stream().map(function -> function.with(variable, value)).toList());
  }

  static Template parse(String yaml, Secrets secrets) {
    return parse(yaml, secrets, Map.of());
  }

  private static Template parse(String yaml, Secrets secrets, Map<String, String> parameters) {
    Intrinsics nothing = new Intrinsics(Map.of(), secrets);
    Property root = new Property("Template", "", CloudFormationYaml.read(yaml), nothing);
    Map<String, String> names = names(root);
    names.putAll(parameters);
    Intrinsics intrinsics = new Intrinsics(names, secrets);
    @Nullable Object globals = root.at("Globals").at("Function").value();
    return new Template(
        root.at("Resources").entries().entrySet().stream()
            .filter(resource -> isFunction(resource.getValue()))
            .map(resource -> function(resource.getKey(), resource.getValue(), globals, intrinsics))
            .toList());
  }

  private static boolean isFunction(Property resource) {
    return "AWS::Serverless::Function".equals(resource.at("Type").value());
  }

  private static Map<String, String> names(Property root) {
    Map<String, String> names = new HashMap<>(Stack.PSEUDO_PARAMETERS);
    root.at("Parameters")
        .entries()
        .forEach(
            (name, parameter) -> {
              if (!parameter.at("Default").isAbsent()) {
                names.put(name, parameter.at("Default").text());
              }
            });
    return names;
  }

  private static Function function(
      String logicalId, Property resource, @Nullable Object globals, Intrinsics intrinsics) {
    @Nullable Object merged = Globals.merge(globals, resource.at("Properties").value());
    Property properties = new Property(logicalId, "", merged, intrinsics);
    properties.at("Runtime").mustBe("java25");
    Events events = Events.read(properties.at("Events"));
    return new Function(
        logicalId,
        name(properties.at("FunctionName")),
        properties.at("Handler").text(),
        // Three seconds and 128 MB are Lambda's own defaults.
        Duration.ofSeconds(properties.at("Timeout").number(3)),
        properties.at("MemorySize").number(128),
        LogFormat.read(properties.at("LoggingConfig").at("LogFormat")),
        environment(properties.at("Environment").at("Variables")),
        events.routes(),
        events.schedules());
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
