package io.schemamemory.local.check.alarm;

import io.schemamemory.local.check.model.AsWritten;
import io.schemamemory.local.check.model.CheckedTemplate;
import io.schemamemory.local.check.model.Defect;
import io.schemamemory.local.check.model.References;
import io.schemamemory.local.template.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A filter reads the log of an API only, by fields that the log has: functions print their
/// metrics.
public final class FilterCheck {
  static final String FILTER = "AWS::Logs::MetricFilter";

  private static final Pattern FIELD = Pattern.compile("\\$\\.(\\w+)");

  private FilterCheck() {}

  public static Stream<Defect> of(CheckedTemplate template) {
    return template
        .ofType(FILTER)
        .flatMap(
            filter ->
                problems(template, filter.getValue()).stream()
                    .map(what -> new Defect(filter.getKey(), what)));
  }

  private static List<String> problems(CheckedTemplate template, Property filter) {
    List<String> found = new ArrayList<>();
    List<Property> logs =
        template
            .ofType("AWS::Serverless::HttpApi")
            .map(Map.Entry::getValue)
            .map(api -> api.at("AccessLogSettings"))
            .filter(log -> isOf(log, filter))
            .toList();
    if (logs.isEmpty()) {
      found.add("LogGroupName: is not the log of an API");
    }
    FIELD
        .matcher(AsWritten.of(filter.at("FilterPattern")))
        .results()
        .map(field -> field.group(1))
        .filter(field -> logs.stream().noneMatch(log -> has(log, field)))
        .forEach(field -> found.add("FilterPattern: the log has no field " + field));
    return found;
  }

  private static boolean isOf(Property log, Property filter) {
    return References.in(log.at("DestinationArn").value())
        .equals(References.in(filter.at("LogGroupName").value()));
  }

  private static boolean has(Property log, String field) {
    return AsWritten.of(log.at("Format")).contains("\"" + field + "\":");
  }
}
