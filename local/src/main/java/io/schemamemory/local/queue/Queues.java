package io.schemamemory.local.queue;

import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.MAXIMUM_MESSAGE_SIZE;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.MESSAGE_RETENTION_PERIOD;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.REDRIVE_POLICY;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.VISIBILITY_TIMEOUT;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.schemamemory.local.runtime.Functions;
import io.schemamemory.local.runtime.RunEvent;
import io.schemamemory.local.template.Queue;
import io.schemamemory.local.template.Queue.DeadLetters;
import io.schemamemory.local.template.QueueMapping;
import io.schemamemory.local.template.Template;
import io.schemamemory.testkit.queue.SqsServer;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/// The template's queues on a local SQS, and their pollers.
public final class Queues implements AutoCloseable {
  private final Optional<SqsServer> server;
  private final List<QueuePoller> pollers = new ArrayList<>();

  private Queues(Optional<SqsServer> server) {
    this.server = server;
  }

  /// Creates the declared queues; starts nothing if there are none.
  public static Queues open(List<Queue> declared) {
    if (declared.isEmpty()) {
      return new Queues(Optional.empty());
    }
    SqsServer server = SqsServer.start();
    declared.stream()
        // Dead-letter queues first, because the others refer to them.
        .sorted(Comparator.comparing(queue -> queue.deadLetters().isPresent()))
        .forEach(queue -> server.create(queue.name(), attributes(queue)));
    return new Queues(Optional.of(server));
  }

  /// The URL of the local SQS, if there are queues.
  public Optional<URI> uri() {
    return server.map(SqsServer::uri);
  }

  /// The template with the URL of the local SQS in its functions' environment.
  public Template reachedBy(Template template) {
    Template reaching = template;
    Map<String, String> environment = server.map(SqsServer::environment).orElse(Map.of());
    for (Map.Entry<String, String> variable : environment.entrySet()) {
      reaching = reaching.with(variable.getKey(), variable.getValue());
    }
    return reaching;
  }

  /// Starts handing messages to functions.
  public void poll(List<QueueMapping> mappings, Functions functions, Consumer<RunEvent> sink) {
    for (QueueMapping mapping : mappings) {
      pollers.add(QueuePoller.start(mapping, server.orElseThrow().client(), functions, sink));
    }
  }

  private static Map<QueueAttributeName, String> attributes(Queue queue) {
    Map<QueueAttributeName, String> attributes = new EnumMap<>(QueueAttributeName.class);
    attributes.put(VISIBILITY_TIMEOUT, String.valueOf(queue.visibilityTimeout().toSeconds()));
    attributes.put(MESSAGE_RETENTION_PERIOD, String.valueOf(queue.retention().toSeconds()));
    attributes.put(MAXIMUM_MESSAGE_SIZE, String.valueOf(queue.maximumMessageSize()));
    queue.deadLetters().ifPresent(policy -> attributes.put(REDRIVE_POLICY, json(policy)));
    return attributes;
  }

  private static String json(DeadLetters policy) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("deadLetterTargetArn", policy.queueArn())
        .put("maxReceiveCount", policy.maxReceiveCount())
        .toString();
  }

  @Override
  public void close() {
    pollers.forEach(QueuePoller::close);
    server.ifPresent(SqsServer::close);
  }
}
