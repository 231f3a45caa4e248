package io.schemamemory.local.check;

import io.schemamemory.local.template.Property;
import java.util.Set;
import java.util.stream.Stream;

/// A function's log has a group of the template, which forgets some day: Lambda's own never does.
final class LogCheck {
  private static final String GROUP = "AWS::Logs::LogGroup";

  private LogCheck() {}

  static Stream<Defect> of(CheckedTemplate template) {
    return template.functions().stream().flatMap(function -> of(template, function));
  }

  private static Stream<Defect> of(CheckedTemplate template, CheckedFunction function) {
    Set<String> groups =
        References.in(function.properties().at("LoggingConfig").at("LogGroup").value());
    Property group =
        groups.stream()
            .filter(name -> template.has(name, GROUP))
            .findFirst()
            .map(template.resources()::get)
            .orElse(null);
    if (group == null) {
      return Stream.of(
          function.defect(
              "LoggingConfig: has no LogGroup of the template, so its log is kept for ever"));
    }
    return group.at("Properties").at("RetentionInDays").isAbsent()
        ? Stream.of(new Defect(groups.iterator().next(), "RetentionInDays: is missing"))
        : Stream.empty();
  }
}
