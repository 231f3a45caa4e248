package io.schemamemory.local.check;

import io.schemamemory.local.template.Property;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads what an alarm says of its metrics, nothing of it resolved.
final class Terms {
  private Terms() {}

  /// The metrics of an expression.
  static Stream<Property> of(Property metrics) {
    return items(metrics)
        .map(item -> item.at("MetricStat").at("Metric"))
        .filter(it -> !it.isAbsent());
  }

  static String plain(Property text) {
    @Nullable Object value = text.value();
    return value instanceof Map<?, ?> call && call.get("Fn::Sub") instanceof String sub
        ? sub
        : String.valueOf(value);
  }

  static Map<String, Set<String>> dimensions(Property dimensions) {
    Map<String, Set<String>> named = new TreeMap<>();
    items(dimensions)
        .forEach(one -> named.put(plain(one.at("Name")), References.in(one.at("Value").value())));
    return named;
  }

  private static Stream<Property> items(Property list) {
    return list.value() instanceof List<?> values
        ? values.stream().map(list::with)
        : Stream.empty();
  }
}
