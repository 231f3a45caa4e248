package io.schemamemory.local.monitoring;

import io.schemamemory.local.template.Property;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The API's access log, and the metrics a filter reads out of it.
final class AccessLog {
  private AccessLog() {}

  static List<Property> filters() throws IOException {
    return Alarm.template().at("Resources").entries().values().stream()
        .filter(one -> "AWS::Logs::MetricFilter".equals(one.at("Type").value()))
        .map(one -> one.at("Properties"))
        .toList();
  }

  static Property settings() throws IOException {
    return Alarm.template().at("Resources").at("Api").at("Properties").at("AccessLogSettings");
  }

  /// The names of the metrics in our namespace.
  static Set<String> metrics() throws IOException {
    Set<String> names = new TreeSet<>();
    for (Property filter : filters()) {
      if (filter.at("MetricTransformations").value() instanceof List<?> transformations) {
        for (Object one : transformations) {
          Property metric = filter.with(one);
          if (Alarm.text(metric.at("MetricNamespace")).equals(Alarm.OURS)
              && metric.value() instanceof Map<?, ?>) {
            names.add(Alarm.text(metric.at("MetricName")));
          }
        }
      }
    }
    return names;
  }
}
