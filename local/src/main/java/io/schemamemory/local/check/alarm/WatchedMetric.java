package io.schemamemory.local.check.alarm;

import io.schemamemory.local.check.model.AsWritten;
import io.schemamemory.local.check.model.CheckedFunction;
import io.schemamemory.local.check.model.CheckedTemplate;
import io.schemamemory.local.template.Property;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What an alarm watches.
///
/// @param dimensions names and values as the template has them
record WatchedMetric(String namespace, String name, Map<String, Property> dimensions) {
  private static final String OURS = "SchemaMemory/${AWS::StackName}";

  private static final String AGE = "ApproximateAgeOfOldestMessage";

  static Stream<WatchedMetric> of(Property alarm) {
    Stream<WatchedMetric> own =
        alarm.at("MetricName").isAbsent() ? Stream.empty() : Stream.of(metric(alarm));
    return Stream.concat(own, terms(alarm.at("Metrics")).map(WatchedMetric::metric));
  }

  private static WatchedMetric metric(Property declared) {
    return new WatchedMetric(
        AsWritten.of(declared.at("Namespace")),
        AsWritten.of(declared.at("MetricName")),
        named(declared.at("Dimensions")));
  }

  /// Whether it is AWS's metric of this function, of all its versions.
  boolean isOf(CheckedTemplate template, CheckedFunction function, String metric) {
    return namespace.equals("AWS/Lambda")
        && name.equals(metric)
        && dimensions.size() == 1
        && resource(template).filter(function.id()::equals).isPresent();
  }

  /// The resource of the template whose metric of AWS's it is.
  Optional<String> resource(CheckedTemplate template) {
    return Optional.ofNullable(AwsMetrics.BY_NAMESPACE.get(namespace))
        .flatMap(
            source ->
                Optional.ofNullable(dimensions.get(source.dimension()))
                    .flatMap(value -> source.named(template, value.value())));
  }

  /// The functions that print it.
  List<CheckedFunction> printers(CheckedTemplate template) {
    return namespace.equals(OURS)
        ? template.functions().stream()
            .filter(function -> !function.variables().at("METRICS_NAMESPACE").isAbsent())
            .filter(function -> function.code().hasText(name))
            .toList()
        : List.of();
  }

  Optional<String> problem(CheckedTemplate template) {
    Optional<String> unknown = unknown(template);
    AwsMetrics source = AwsMetrics.BY_NAMESPACE.get(namespace);
    if (unknown.isPresent() || source != null) {
      return unknown.or(() -> dimension(template, source));
    }
    return dimensions.isEmpty()
        ? Optional.empty()
        : Optional.of("Dimensions: " + name + " is printed without dimensions");
  }

  /// What is wrong with its namespace and name.
  Optional<String> unknown(CheckedTemplate template) {
    if (namespace.equals(OURS)) {
      return printed(template);
    }
    AwsMetrics source = AwsMetrics.BY_NAMESPACE.get(namespace);
    if (source == null) {
      return Optional.of("Namespace: nobody here prints metrics to " + namespace);
    }
    if (name.equals(AGE)) {
      return Optional.of(
          "MetricName: SQS leaves messages out of " + AGE + " that were received three times");
    }
    return source.metrics().contains(name)
        ? Optional.empty()
        : Optional.of("MetricName: " + namespace + " has no metric " + name);
  }

  private Optional<String> dimension(CheckedTemplate template, @Nullable AwsMetrics source) {
    if (source == null) {
      return Optional.empty();
    }
    Set<String> others = new TreeSet<>(dimensions.keySet());
    others.remove(source.dimension());
    others.removeAll(source.finer());
    if (!others.isEmpty()) {
      return Optional.of(
          "Dimensions: " + namespace + " has no dimension " + others.iterator().next());
    }
    return resource(template).isPresent()
        ? Optional.empty()
        : Optional.of(
            "Dimensions: " + source.dimension() + " names no resource of type " + source.type());
  }

  private Optional<String> printed(CheckedTemplate template) {
    return printers(template).isEmpty() && !isFiltered(template)
        ? Optional.of("MetricName: no function with a METRICS_NAMESPACE prints the metric " + name)
        : Optional.empty();
  }

  /// Whether a filter of the template reads it out of a log.
  private boolean isFiltered(CheckedTemplate template) {
    return template
        .ofType(FilterCheck.FILTER)
        .flatMap(filter -> AsWritten.items(filter.getValue().at("MetricTransformations")))
        .anyMatch(
            metric ->
                AsWritten.of(metric.at("MetricNamespace")).equals(OURS)
                    && AsWritten.of(metric.at("MetricName")).equals(name));
  }

  /// The metrics of an expression.
  private static Stream<Property> terms(Property metrics) {
    return AsWritten.items(metrics)
        .map(item -> item.at("MetricStat").at("Metric"))
        .filter(it -> !it.isAbsent());
  }

  private static Map<String, Property> named(Property dimensions) {
    Map<String, Property> named = new TreeMap<>();
    AsWritten.items(dimensions)
        .forEach(one -> named.put(AsWritten.of(one.at("Name")), one.at("Value")));
    return named;
  }
}
