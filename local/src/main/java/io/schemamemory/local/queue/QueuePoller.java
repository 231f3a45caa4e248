package io.schemamemory.local.queue;

import io.schemamemory.local.runtime.Functions;
import io.schemamemory.local.runtime.InvocationOutcome;
import io.schemamemory.local.runtime.RunEvent;
import io.schemamemory.local.template.Function;
import io.schemamemory.local.template.QueueMapping;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/// Hands a queue's messages to its function in batches, as Lambda's event source mapping does.
final class QueuePoller implements AutoCloseable {
  /// Lambda waits for 20 seconds, but stopping the server would then take as long.
  private static final int WAIT_SECONDS = 1;

  private final QueueMapping mapping;
  private final SqsClient client;
  private final String url;
  private final Function function;
  private final Functions functions;
  private final Consumer<RunEvent> sink;
  private volatile boolean closed;

  private QueuePoller(
      QueueMapping mapping, SqsClient client, Functions functions, Consumer<RunEvent> sink) {
    this.mapping = mapping;
    this.client = client;
    this.url = client.getQueueUrl(of -> of.queueName(mapping.queueName())).queueUrl();
    this.function = functions.find(mapping.functionName()).orElseThrow();
    this.functions = functions;
    this.sink = sink;
  }

  /// Fails if the template declares no such queue or function.
  static QueuePoller start(
      QueueMapping mapping, SqsClient client, Functions functions, Consumer<RunEvent> sink) {
    QueuePoller poller = new QueuePoller(mapping, client, functions, sink);
    Thread.ofVirtual().name(mapping.logicalId()).start(poller::run);
    return poller;
  }

  private void run() {
    try {
      while (!closed) {
        hand(take());
      }
    } catch (SdkException failure) {
      if (!closed) {
        sink.accept(
            new RunEvent.Problem(
                mapping.logicalId() + " no longer polls its queue: " + failure.getMessage()));
      }
    }
  }

  private List<Message> take() {
    return client
        .receiveMessage(
            from ->
                from.queueUrl(url)
                    .maxNumberOfMessages(mapping.batchSize())
                    .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
                    .waitTimeSeconds(WAIT_SECONDS))
        .messages();
  }

  private void hand(List<Message> batch) {
    if (batch.isEmpty()) {
      return;
    }
    InvocationOutcome outcome =
        functions.invoke(function.logicalId(), QueueEvent.of(mapping, batch));
    Set<String> done = new BatchAnswer(mapping.partialBatches(), outcome).done(batch);
    batch.stream()
        .filter(message -> done.contains(message.messageId()))
        .forEach(
            message ->
                client.deleteMessage(
                    of -> of.queueUrl(url).receiptHandle(message.receiptHandle())));
  }

  /// Messages stay in the queue until they are handled.
  @Override
  public void close() {
    closed = true;
  }
}
