package io.schemamemory.testkit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/// A spill queue and its dead-letter queue for a test class.
///
/// What was taken and not deleted can be taken again at once, so that no test has to wait.
public final class SpillQueue implements BeforeAllCallback, AfterAllCallback {
  /// After so many times it is a dead letter.
  public static final int MOST_RECEIVES = 3;

  private @Nullable Started started;

  private record Started(SqsServer server, String url, String deadLetterUrl) {
    static Started on(SqsServer server) {
      String dead =
          server.create("spill-dead-letters", Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "0"));
      String redrive =
          "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":\"%d\"}"
              .formatted(server.arn(dead), MOST_RECEIVES);
      String url =
          server.create(
              "spill",
              Map.of(
                  QueueAttributeName.VISIBILITY_TIMEOUT,
                  "0",
                  QueueAttributeName.REDRIVE_POLICY,
                  redrive));
      return new Started(server, url, dead);
    }
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    started = Started.on(SqsServer.start());
  }

  @Override
  public void afterAll(ExtensionContext context) {
    started().server().close();
  }

  /// What a function finds in its environment.
  public Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(started().server().environment());
    environment.put("SPILL_QUEUE_URL", started().url());
    return environment;
  }

  /// Puts a message into the queue.
  public void send(String body) {
    started().server().client().sendMessage(to -> to.queueUrl(started().url()).messageBody(body));
  }

  /// Takes up to ten messages.
  public List<Message> take() {
    return take(started().url());
  }

  /// Takes up to ten dead letters.
  public List<Message> takeDeadLetters() {
    return take(started().deadLetterUrl());
  }

  /// Deletes what was taken and is done.
  public void delete(Message message) {
    started()
        .server()
        .client()
        .deleteMessage(of -> of.queueUrl(started().url()).receiptHandle(message.receiptHandle()));
  }

  /// Empties both.
  public void empty() {
    Stream.of(started().url(), started().deadLetterUrl())
        .forEach(url -> started().server().client().purgeQueue(which -> which.queueUrl(url)));
  }

  private List<Message> take(String url) {
    return started()
        .server()
        .client()
        .receiveMessage(from -> from.queueUrl(url).maxNumberOfMessages(10))
        .messages();
  }

  private Started started() {
    if (started == null) {
      throw new IllegalStateException("register the queue as a static extension");
    }
    return started;
  }
}
