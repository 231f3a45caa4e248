package io.schemamemory.local.template;

import java.time.Duration;
import java.util.Optional;

/// One SQS queue as the template declares it.
///
/// @param name its name in AWS
/// @param visibilityTimeout how long a received message is hidden from other receivers
/// @param deadLetters where a message goes after too many attempts
public record Queue(
    String logicalId,
    String name,
    Duration visibilityTimeout,
    Duration retention,
    int maximumMessageSize,
    Optional<DeadLetters> deadLetters) {

  /// Where a message goes after too many attempts.
  ///
  /// @param queueArn the ARN of the dead-letter queue
  /// @param maxReceiveCount how many attempts a message has
  public record DeadLetters(String queueArn, int maxReceiveCount) {
    static Optional<DeadLetters> read(Property policy) {
      return policy.isAbsent()
          ? Optional.empty()
          : Optional.of(
              new DeadLetters(
                  policy.at("deadLetterTargetArn").text(),
                  policy.at("maxReceiveCount").number(10)));
    }
  }

  /// Half a minute, four days and 1 MiB are SQS's own defaults.
  static Queue read(Property properties) {
    properties.at("FifoQueue").mustBe("false");
    return new Queue(
        properties.logicalId(),
        name(properties),
        Duration.ofSeconds(properties.at("VisibilityTimeout").number(30)),
        Duration.ofSeconds(properties.at("MessageRetentionPeriod").number(345_600)),
        properties.at("MaximumMessageSize").number(1_048_576),
        DeadLetters.read(properties.at("RedrivePolicy")));
  }

  /// Read before the rest, because others refer to it.
  static String name(Property properties) {
    return properties.at("QueueName").text();
  }

  /// Its Amazon Resource Name.
  public String arn() {
    return arn(name);
  }

  static String arn(String name) {
    return Stack.arn("sqs", name);
  }

  /// The queue's URL in AWS: a client uses its endpoint setting, and takes only the name from here.
  static String url(String name) {
    return "https://sqs.%s.amazonaws.com/%s/%s".formatted(Stack.REGION, Stack.ACCOUNT, name);
  }
}
