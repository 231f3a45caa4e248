package io.schemamemory.local.template;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One function as the template declares it, with every value resolved.
///
/// @param snapStart its processes are restored from a snapshot taken when it was published
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

  /// The name it has in AWS; `name` alone is its folder under `functions/`.
  public String deployedName() {
    return Stack.NAME + "-" + name;
  }

  public String arn() {
    return Stack.arn("lambda", "function:" + deployedName());
  }

  /// The same with one variable more.
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

  /// The same restored from a snapshot.
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
