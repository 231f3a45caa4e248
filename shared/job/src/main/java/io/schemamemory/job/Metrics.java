package io.schemamemory.job;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

/// Numbers for CloudWatch, as one line of its embedded metric format.
///
/// Lambda wraps what a function logs in JSON of its own, out of which no number can be read;
/// what is printed it leaves as it is.
///
/// @param namespace where CloudWatch keeps them
/// @param dimension what else tells them apart, such as `Organization`
public record Metrics(String namespace, String dimension) {
  /// The variable that holds the namespace.
  public static final String VARIABLE = "METRICS_NAMESPACE";

  /// What a right one looks like, for messages.
  public static final String FORM = "a CloudWatch namespace, such as SchemaMemory/STACK";

  private static final String PLAIN = "[\\w./#:-]{1,255}";

  public Metrics {
    if (!namespace.matches(PLAIN)) {
      throw new IllegalArgumentException("a namespace has letters, digits and . / # : - _");
    }
  }

  /// Prints the line, which is the one thing that is not logged.
  public void print(Instant at, String value, Map<String, Long> numbers) {
    System.out.println(line(at, value, numbers));
  }

  /// The line; each number stands once by itself and once by the dimension.
  ///
  /// @param value of the dimension; what is unfit for JSON becomes an underscore
  String line(Instant at, String value, Map<String, Long> numbers) {
    String metrics =
        numbers.keySet().stream()
            .map("{\"Name\":\"%s\"}"::formatted)
            .collect(Collectors.joining(","));
    String values =
        numbers.entrySet().stream()
            .map(one -> "\"%s\":%d".formatted(one.getKey(), one.getValue()))
            .collect(Collectors.joining(","));
    return ("{\"_aws\":{\"Timestamp\":%d,\"CloudWatchMetrics\":[{\"Namespace\":\"%s\","
            + "\"Dimensions\":[[],[\"%s\"]],\"Metrics\":[%s]}]},\"%s\":\"%s\",%s}")
        .formatted(
            at.toEpochMilli(),
            namespace,
            dimension,
            metrics,
            dimension,
            value.replaceAll("[^\\w./#:-]", "_"),
            values);
  }
}
