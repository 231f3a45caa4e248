package io.schemamemory.local.check.alarm;

import io.schemamemory.local.check.model.AsWritten;
import io.schemamemory.local.check.model.CheckedTemplate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Metrics that AWS itself keeps of a resource.
///
/// @param dimension whose value names the resource
/// @param type of the resource
/// @param attribute the resource's attribute that is its name; empty if `Ref` gives it
/// @param finer dimensions that may stand beside it
record AwsMetrics(
    String dimension, String type, String attribute, Set<String> finer, Set<String> metrics) {
  static final Map<String, AwsMetrics> BY_NAMESPACE =
      Map.of(
          "AWS/Lambda",
          new AwsMetrics(
              "FunctionName",
              "AWS::Serverless::Function",
              "",
              Set.of("Resource", "ExecutedVersion"),
              Set.of("Errors", "Throttles", "Duration", "Invocations", "ConcurrentExecutions")),
          "AWS/SQS",
          new AwsMetrics(
              "QueueName",
              "AWS::SQS::Queue",
              "QueueName",
              Set.of(),
              Set.of(
                  "ApproximateNumberOfMessagesVisible", "ApproximateNumberOfMessagesNotVisible")),
          "AWS/ApiGateway",
          new AwsMetrics(
              "ApiId",
              "AWS::Serverless::HttpApi",
              "",
              Set.of("Stage"),
              Set.of("4xx", "5xx", "Count", "Latency", "IntegrationLatency")));

  /// The resource of the template that a dimension's value names.
  Optional<String> named(CheckedTemplate template, @Nullable Object value) {
    return template
        .ofType(type)
        .filter(
            resource ->
                isName(resource.getKey(), value)
                    || isSpelled(AsWritten.of(resource.getValue().at("FunctionName")), value))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private boolean isName(String id, @Nullable Object value) {
    if (!(value instanceof Map<?, ?> call)) {
      return false;
    }
    return attribute.isEmpty()
        ? id.equals(call.get("Ref")) || ("${" + id + "}").equals(call.get("Fn::Sub"))
        : (id + "." + attribute).equals(call.get("Fn::GetAtt"))
            || List.of(id, attribute).equals(call.get("Fn::GetAtt"));
  }

  private static boolean isSpelled(String name, @Nullable Object value) {
    return !name.isEmpty() && name.equals(AsWritten.of(value));
  }
}
