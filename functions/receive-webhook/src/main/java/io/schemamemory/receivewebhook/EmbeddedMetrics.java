package io.schemamemory.receivewebhook;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Prints metrics in CloudWatch's embedded metric format, one line for each event.
///
/// Written by hand: a library would slow every cold start, and metrics are printed for failures
/// only.
///
/// @param namespace where CloudWatch keeps them; without one nothing is printed
record EmbeddedMetrics(Optional<String> namespace, Clock clock) {
  private static final String NAMESPACE = "[\\w./#:-]{1,255}";

  /// What a namespace looks like, for messages.
  static final String FORM = "a CloudWatch namespace, such as SchemaMemory/STACK";

  EmbeddedMetrics {
    if (namespace.isPresent() && !namespace.get().matches(NAMESPACE)) {
      throw new IllegalArgumentException("not " + FORM);
    }
  }

  /// Where no metrics are wanted.
  static EmbeddedMetrics none() {
    return new EmbeddedMetrics(Optional.empty(), Clock.systemUTC());
  }

  /// Adds one to each. Printed and not logged: Lambda wraps what is logged in JSON of its own, out
  /// of which CloudWatch reads no metric.
  void count(List<ReceiverMetric> metrics) {
    if (!metrics.isEmpty()) {
      namespace.ifPresent(name -> System.out.println(line(name, metrics)));
    }
  }

  private String line(String name, List<ReceiverMetric> metrics) {
    return "{\"_aws\":{\"Timestamp\":%d,\"CloudWatchMetrics\":[{\"Namespace\":\"%s\",\"Dimensions\":[[]],\"Metrics\":[%s]}]},%s}"
        .formatted(
            clock.millis(), name, join("{\"Name\":\"%s\"}", metrics), join("\"%s\":1", metrics));
  }

  private static String join(String form, List<ReceiverMetric> metrics) {
    return metrics.stream()
        .map(metric -> form.formatted(metric.cloudWatchName()))
        .collect(Collectors.joining(","));
  }
}
