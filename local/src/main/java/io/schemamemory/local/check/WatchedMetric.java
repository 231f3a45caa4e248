package io.schemamemory.local.check;

import io.schemamemory.local.template.Property;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What an alarm watches.
///
/// @param dimensions names and values as the template has them
record WatchedMetric(String namespace, String name, Map<String, Set<String>> dimensions) {
  private static final String OURS = "SchemaMemory/${AWS::StackName}";

  static Stream<WatchedMetric> of(Property alarm) {
    Stream<WatchedMetric> own =
        alarm.at("MetricName").isAbsent() ? Stream.empty() : Stream.of(metric(alarm));
    return Stream.concat(own, Terms.of(alarm.at("Metrics")).map(WatchedMetric::metric));
  }

  private static WatchedMetric metric(Property declared) {
    return new WatchedMetric(
        Terms.plain(declared.at("Namespace")),
        Terms.plain(declared.at("MetricName")),
        Terms.dimensions(declared.at("Dimensions")));
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
    return template.functions().stream()
            .anyMatch(
                function ->
                    !function.variables().at("METRICS_NAMESPACE").isAbsent()
                        && function.code().hasText(name))
        ? Optional.empty()
        : Optional.of("MetricName: no function with a METRICS_NAMESPACE prints the metric " + name);
  }
}
