package io.schemamemory.local.template;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One function as the template declares it, with every value resolved.
///
/// @param snapStart whether its processes are restored from a snapshot
public record Function(
    String logicalId,
    String name,
    String handler,
    Duration timeout,
    int memoryMegabytes,
    LogFormat logFormat,
    boolean snapStart,
    Map<String, String> environment,
    List<Route> routes,
    List<Schedule> schedules) {

  public Function {
    environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
    routes = List.copyOf(routes);
    schedules = List.copyOf(schedules);
  }

  /// Its name in AWS; `name` is its folder under `functions/`.
  public String deployedName() {
    return Stack.NAME + "-" + name;
  }

  public String arn() {
    return Stack.arn("lambda", "function:" + deployedName());
  }

  /// Adds a variable.
  public Function with(String variable, String value) {
    Map<String, String> more = new LinkedHashMap<>(environment);
    more.put(variable, value);
    return new Function(
        logicalId,
        name,
        handler,
        timeout,
        memoryMegabytes,
        logFormat,
        snapStart,
        more,
        routes,
        schedules);
  }

  /// Makes it use a snapshot.
  public Function underSnapStart() {
    return new Function(
        logicalId,
        name,
        handler,
        timeout,
        memoryMegabytes,
        logFormat,
        true,
        environment,
        routes,
        schedules);
  }

  /// The logical id only: the environment holds secrets.
  @Override
  public String toString() {
    return logicalId;
  }
}
