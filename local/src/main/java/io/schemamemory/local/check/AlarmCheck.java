package io.schemamemory.local.check;

import io.schemamemory.local.template.Property;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.stream.Stream;

/// An alarm tells somebody, and `docs/operations.md` has a heading with its name.
final class AlarmCheck {
  static final String ALARM = "AWS::CloudWatch::Alarm";

  private AlarmCheck() {}

  static Stream<Defect> of(CheckedTemplate template) {
    String page = page(template);
    return template.ofType(ALARM).flatMap(alarm -> of(alarm, page));
  }

  private static Stream<Defect> of(Map.Entry<String, Property> alarm, String page) {
    Property properties = alarm.getValue();
    String name = String.valueOf(sub(properties.at("AlarmName"))).replace("${AWS::StackName}-", "");
    return Stream.of(
            tells(properties.at("AlarmActions"))
                ? ""
                : "AlarmActions: is empty, so the alarm reaches nobody",
            page.contains("\n### " + name + "\n")
                ? ""
                : "AlarmName: docs/operations.md has no heading \"### " + name + "\"")
        .filter(what -> !what.isEmpty())
        .map(what -> new Defect(alarm.getKey(), what));
  }

  private static boolean tells(Property actions) {
    return !References.in(actions.value()).isEmpty();
  }

  private static Object sub(Property name) {
    return name.value() instanceof Map<?, ?> call
        ? String.valueOf(call.get("Fn::Sub"))
        : String.valueOf(name.value());
  }

  private static String page(CheckedTemplate template) {
    try {
      return Files.readString(template.root().resolve("docs/operations.md"));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("docs/operations.md cannot be read", unreadable);
    }
  }
}
