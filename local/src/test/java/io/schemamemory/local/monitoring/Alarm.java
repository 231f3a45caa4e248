package io.schemamemory.local.monitoring;

import io.schemamemory.local.template.Property;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// An alarm of the template.
///
/// @param id the logical one
/// @param name without the stack's
record Alarm(String id, String name, Property properties) {
  static final String OURS = "SchemaMemory/${AWS::StackName}";

  static List<Alarm> all() throws IOException {
    return template().at("Resources").entries().entrySet().stream()
        .filter(
            one ->
                one.getValue().at("Type").value() instanceof String type
                    && type.equals("AWS::CloudWatch::Alarm"))
        .map(one -> of(one.getKey(), one.getValue().at("Properties")))
        .toList();
  }

  static Property template() throws IOException {
    return Property.unresolved(Files.readString(Path.of("../template.yaml")));
  }

  private static Alarm of(String id, Property properties) {
    return new Alarm(
        id, text(properties.at("AlarmName")).replace("${AWS::StackName}-", ""), properties);
  }

  String namespace() {
    return text(properties.at("Namespace"));
  }

  String metric() {
    return text(properties.at("MetricName"));
  }

  boolean isOurs() {
    return namespace().equals(OURS);
  }

  /// A text, or what is substituted in.
  static String text(Property property) {
    return property.value() instanceof Map<?, ?> call
        ? String.valueOf(call.get("Fn::Sub"))
        : String.valueOf(property.value());
  }
}
