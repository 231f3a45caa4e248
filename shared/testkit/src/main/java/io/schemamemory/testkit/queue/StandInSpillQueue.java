package io.schemamemory.testkit.queue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/// A spill queue and its dead-letter queue for a test class; a JVM's tests share one server.
///
/// Messages taken and not deleted are visible again at once, so that no test has to wait.
public final class StandInSpillQueue implements BeforeAllCallback {
  /// A message received more often than this becomes a dead letter.
  public static final int MOST_RECEIVES = 3;

  private static final SqsServer SERVER = SqsServer.start();
  private static final AtomicInteger QUEUES = new AtomicInteger();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(SERVER::close));
  }

  private @Nullable Made made;

  private record Made(String url, String deadLetterUrl) {
    static Made create() {
      String name = "spill-" + QUEUES.incrementAndGet();
      String dead =
          SERVER.create(name + "-dead", Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "0"));
      String redrive =
          "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":\"%d\"}"
              .formatted(SERVER.arn(dead), MOST_RECEIVES);
      String url =
          SERVER.create(
              name,
              Map.of(
                  QueueAttributeName.VISIBILITY_TIMEOUT,
                  "0",
                  QueueAttributeName.REDRIVE_POLICY,
                  redrive));
      return new Made(url, dead);
    }
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    made = Made.create();
  }

  /// The environment of a function that uses it.
  public Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(SERVER.environment());
    environment.put("SPILL_QUEUE_URL", made().url());
    return environment;
  }

  /// Puts a message into the queue.
  public void send(String body) {
    SERVER.client().sendMessage(to -> to.queueUrl(made().url()).messageBody(body));
  }

  /// Takes up to ten messages.
  public List<Message> take() {
    return take(made().url());
  }

  /// Takes up to ten dead letters.
  public List<Message> takeDeadLetters() {
    return take(made().deadLetterUrl());
  }

  /// Deletes a taken message.
  public void delete(Message message) {
    SERVER
        .client()
        .deleteMessage(of -> of.queueUrl(made().url()).receiptHandle(message.receiptHandle()));
  }

  /// Empties both queues.
  public void empty() {
    Stream.of(made().url(), made().deadLetterUrl())
        .forEach(url -> SERVER.client().purgeQueue(which -> which.queueUrl(url)));
  }

  private List<Message> take(String url) {
    return SERVER
        .client()
        .receiveMessage(from -> from.queueUrl(url).maxNumberOfMessages(10))
        .messages();
  }

  private Made made() {
    if (made == null) {
      throw new IllegalStateException("register the queue as a static extension");
    }
    return made;
  }
}
