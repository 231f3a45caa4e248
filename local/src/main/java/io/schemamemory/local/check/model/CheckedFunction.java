package io.schemamemory.local.check.model;

import io.schemamemory.local.check.code.FunctionCode;
import io.schemamemory.local.template.Property;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// A function of the template, with the globals merged in, beside its code.
public record CheckedFunction(String id, String folder, Property properties, FunctionCode code) {
  /// Lambda's own default, in seconds.
  private static final int TIMEOUT = 3;

  private static final Set<String> SCHEDULES = Set.of("Schedule", "ScheduleV2");

  /// Where a function's code is: `ReceiveWebhook` is `receive-webhook`.
  public static String folder(String logicalId) {
    return logicalId.replaceAll("(?<=.)(?=\\p{Upper})", "-").toLowerCase(Locale.ROOT);
  }

  public Property variables() {
    return properties.at("Environment").at("Variables");
  }

  public int timeoutSeconds() {
    return properties.at("Timeout").number(TIMEOUT);
  }

  /// The properties of its events that are HTTP routes, by name.
  public Stream<Map.Entry<String, Property>> routes() {
    return events(Set.of("HttpApi"));
  }

  /// The properties of its events that are schedules, by name.
  public Stream<Map.Entry<String, Property>> schedules() {
    return events(SCHEDULES);
  }

  private Stream<Map.Entry<String, Property>> events(Set<String> types) {
    return properties.at("Events").entries().entrySet().stream()
        .filter(event -> types.contains(AsWritten.of(event.getValue().at("Type"))))
        .map(event -> Map.entry(event.getKey(), event.getValue().at("Properties")));
  }

  public Defect defect(String what) {
    return new Defect(id, what);
  }
}
