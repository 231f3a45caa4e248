package io.schemamemory.job;

import io.schemamemory.settings.Environment;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Numbers for CloudWatch, as one line of its embedded metric format.
///
/// Lambda wraps what a function logs in JSON of its own, out of which no number can be read;
/// what is printed it leaves as it is. Without dimensions: CloudWatch bills each value of one as
/// metrics of its own.
///
/// @param namespace where CloudWatch keeps them
public record Metrics(String namespace) {
  private static final String VARIABLE = "METRICS_NAMESPACE";
  private static final String FORM = "a CloudWatch namespace, such as SchemaMemory/STACK";
  private static final String PLAIN = "[\\w./#:-]{1,255}";

  public Metrics {
    if (!namespace.matches(PLAIN)) {
      throw new IllegalArgumentException("a namespace has letters, digits and . / # : - _");
    }
  }

  /// As the environment says; empty if it names no namespace, and then no metrics are printed.
  public static Optional<Metrics> of(Environment environment) {
    return environment.optional(
        VARIABLE, FORM, name -> Optional.of(new Metrics(name)), Optional.empty());
  }

  /// Prints numbers, the one thing that is not logged.
  public void print(Instant at, Map<String, Long> numbers) {
    System.out.println(line(at, numbers));
  }

  String line(Instant at, Map<String, Long> numbers) {
    String metrics =
        numbers.keySet().stream()
            .map("{\"Name\":\"%s\"}"::formatted)
            .collect(Collectors.joining(","));
    String values =
        numbers.entrySet().stream()
            .map(one -> "\"%s\":%d".formatted(one.getKey(), one.getValue()))
            .collect(Collectors.joining(","));
    return ("{\"_aws\":{\"Timestamp\":%d,\"CloudWatchMetrics\":[{\"Namespace\":\"%s\","
            + "\"Dimensions\":[[]],\"Metrics\":[%s]}]},%s}")
        .formatted(at.toEpochMilli(), namespace, metrics, values);
  }
}
