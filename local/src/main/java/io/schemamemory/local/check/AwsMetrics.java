package io.schemamemory.local.check;

import java.util.Map;
import java.util.Set;

/// Metrics that AWS itself keeps of a resource.
///
/// @param dimension whose value names the resource
/// @param type of the resource
record AwsMetrics(String dimension, String type, Set<String> metrics) {
  static final Map<String, AwsMetrics> BY_NAMESPACE =
      Map.of(
          "AWS/Lambda",
          new AwsMetrics(
              "FunctionName",
              "AWS::Serverless::Function",
              Set.of("Errors", "Throttles", "Duration", "Invocations", "ConcurrentExecutions")),
          "AWS/SQS",
          new AwsMetrics(
              "QueueName",
              "AWS::SQS::Queue",
              Set.of(
                  "ApproximateNumberOfMessagesVisible",
                  "ApproximateNumberOfMessagesNotVisible",
                  "ApproximateAgeOfOldestMessage")),
          "AWS/ApiGateway",
          new AwsMetrics(
              "ApiId",
              "AWS::Serverless::HttpApi",
              Set.of("4xx", "5xx", "Count", "Latency", "IntegrationLatency")));
}
