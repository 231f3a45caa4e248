package io.schemamemory.local.template;

import java.util.List;

/// A queue that invokes a function with batches of its messages.
///
/// @param functionName the function's name in AWS
/// @param partialBatches whether the function says which messages of a batch have failed
public record QueueMapping(
    String logicalId, String functionName, String queueArn, int batchSize, boolean partialBatches) {
  private static final String PARTIAL = "ReportBatchItemFailures";

  /// The most SQS returns at once; for more, a mapping would need several calls.
  private static final int MOST = 10;

  /// The queue's name, from the end of its ARN.
  public String queueName() {
    return queueArn.substring(queueArn.lastIndexOf(':') + 1);
  }

  static QueueMapping read(Property properties) {
    Property batchSize = properties.at("BatchSize");
    if (batchSize.number(MOST) > MOST) {
      throw batchSize.problem("is more than " + MOST + ", and the runner does not gather batches");
    }
    return new QueueMapping(
        properties.logicalId(),
        properties.at("FunctionName").text(),
        properties.at("EventSourceArn").text(),
        batchSize.number(MOST),
        reportsFailures(properties.at("FunctionResponseTypes")));
  }

  private static boolean reportsFailures(Property types) {
    if (types.isAbsent()) {
      return false;
    }
    if (!List.of(PARTIAL).equals(types.value())) {
      throw types.problem("is not [" + PARTIAL + "]");
    }
    return true;
  }
}
