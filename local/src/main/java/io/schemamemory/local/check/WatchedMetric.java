package io.schemamemory.local.check;

import io.schemamemory.local.template.Property;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What an alarm watches.
///
/// @param dimensions names and values as the template has them
record WatchedMetric(String namespace, String name, Map<String, Set<String>> dimensions) {
  private static final String OURS = "SchemaMemory/${AWS::StackName}";

  static Stream<WatchedMetric> of(Property alarm) {
    Stream<WatchedMetric> own =
        alarm.at("MetricName").isAbsent() ? Stream.empty() : Stream.of(metric(alarm));
    return Stream.concat(own, terms(alarm.at("Metrics")).map(WatchedMetric::metric));
  }

  private static WatchedMetric metric(Property declared) {
    return new WatchedMetric(
        plain(declared.at("Namespace")),
        plain(declared.at("MetricName")),
        named(declared.at("Dimensions")));
  }

  boolean isOf(String function, String metric) {
    return namespace.equals("AWS/Lambda")
        && name.equals(metric)
        && dimensions.getOrDefault("FunctionName", Set.of()).contains(function);
  }

  Optional<String> problem(CheckedTemplate template) {
    if (namespace.equals(OURS)) {
      return printed(template);
    }
    AwsMetrics source = AwsMetrics.BY_NAMESPACE.get(namespace);
    if (source == null) {
      return Optional.of("Namespace: nobody here prints metrics to " + namespace);
    }
    if (!source.metrics().contains(name)) {
      return Optional.of("MetricName: " + namespace + " has no metric " + name);
    }
    return dimensions.getOrDefault(source.dimension(), Set.of()).stream()
            .anyMatch(id -> template.has(id, source.type()))
        ? Optional.empty()
        : Optional.of(
            "Dimensions: " + source.dimension() + " names no resource of type " + source.type());
  }

  private Optional<String> printed(CheckedTemplate template) {
    if (!dimensions.isEmpty()) {
      return Optional.of("Dimensions: " + name + " is printed without dimensions");
    }
    return isFiltered(template)
            || template.functions().stream()
                .anyMatch(
                    function ->
                        !function.variables().at("METRICS_NAMESPACE").isAbsent()
                            && function.code().hasText(name))
        ? Optional.empty()
        : Optional.of("MetricName: no function with a METRICS_NAMESPACE prints the metric " + name);
  }

  /// Whether a filter of the template reads it out of a log.
  private boolean isFiltered(CheckedTemplate template) {
    return template
        .ofType("AWS::Logs::MetricFilter")
        .flatMap(filter -> items(filter.getValue().at("MetricTransformations")))
        .anyMatch(
            metric ->
                plain(metric.at("MetricNamespace")).equals(OURS)
                    && plain(metric.at("MetricName")).equals(name));
  }

  /// The metrics of an expression.
  private static Stream<Property> terms(Property metrics) {
    return items(metrics)
        .map(item -> item.at("MetricStat").at("Metric"))
        .filter(it -> !it.isAbsent());
  }

  private static String plain(Property text) {
    @Nullable Object value = text.value();
    return value instanceof Map<?, ?> call && call.get("Fn::Sub") instanceof String sub
        ? sub
        : String.valueOf(value);
  }

  private static Map<String, Set<String>> named(Property dimensions) {
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
