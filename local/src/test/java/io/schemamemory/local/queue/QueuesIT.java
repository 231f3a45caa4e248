package io.schemamemory.local.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.local.handlers.Picky;
import io.schemamemory.local.runtime.Code;
import io.schemamemory.local.runtime.Functions;
import io.schemamemory.local.runtime.RuntimeClient;
import io.schemamemory.local.template.Function;
import io.schemamemory.local.template.LogFormat;
import io.schemamemory.local.template.Queue;
import io.schemamemory.local.template.Queue.DeadLetters;
import io.schemamemory.local.template.QueueMapping;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

class QueuesIT {
  private static final Path CLASSES = Path.of("target/test-classes").toAbsolutePath();
  private static final Queue DEAD = queue("dead", Optional.empty());
  private static final Queue JOBS = queue("jobs", Optional.of(new DeadLetters(DEAD.arn(), 2)));
  private static final Function PICKY =
      new Function(
          "Picky",
          "picky",
          Picky.class.getName(),
          Duration.ofSeconds(20),
          128,
          LogFormat.TEXT,
          false,
          Map.of(),
          List.of(),
          List.of());

  @Test
  void a_handled_message_is_deleted_and_one_that_keeps_failing_becomes_a_dead_letter() {
    try (Queues queues = Queues.open(List.of(JOBS, DEAD));
        SqsClient client = client(queues.uri().orElseThrow());
        Functions functions =
            new Functions(
                List.of(PICKY),
                _ -> new Code(CLASSES, List.of(CLASSES)),
                RuntimeClient.built(Path.of("..")),
                _ -> {})) {
      List.of("good", "bad", "fine")
          .forEach(body -> client.sendMessage(to -> to.queueUrl(url("jobs")).messageBody(body)));

      queues.poll(
          List.of(new QueueMapping("Mapping", PICKY.deployedName(), JOBS.arn(), 10, true)),
          functions,
          _ -> {});

      assertThat(deadLetters(client)).extracting(Message::body).containsExactly("bad");
      awaitNoneLeft(client);
    }
  }

  @Test
  void without_declared_queues_nothing_is_started() {
    try (Queues none = Queues.open(List.of())) {
      assertThat(none.uri()).isEmpty();
    }
  }

  /// Polls, because a message that is moved there does not wake a waiting receiver.
  private static List<Message> deadLetters(SqsClient client) {
    Instant end = Instant.now().plusSeconds(60);
    List<Message> letters = List.of();
    while (letters.isEmpty() && Instant.now().isBefore(end)) {
      letters = client.receiveMessage(from -> from.queueUrl(url("dead"))).messages();
    }
    return letters;
  }

  /// The queue counts a letter for a moment after it has moved it.
  private static void awaitNoneLeft(SqsClient client) {
    Instant end = Instant.now().plusSeconds(60);
    while (!left(client).equals("0") && Instant.now().isBefore(end)) {
      Thread.onSpinWait();
    }
    assertThat(left(client)).isEqualTo("0");
  }

  private static String left(SqsClient client) {
    return client
        .getQueueAttributes(
            of ->
                of.queueUrl(url("jobs"))
                    .attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
        .attributesAsStrings()
        .getOrDefault("ApproximateNumberOfMessages", "");
  }

  private static Queue queue(String name, Optional<DeadLetters> deadLetters) {
    return new Queue(name, name, Duration.ZERO, Duration.ofDays(1), 1024, deadLetters);
  }

  private static String url(String name) {
    return "https://sqs.us-east-1.amazonaws.com/000000000000/" + name;
  }

  private static SqsClient client(URI uri) {
    return SqsClient.builder()
        .endpointOverride(uri)
        .region(Region.US_EAST_1)
        .credentialsProvider(AnonymousCredentialsProvider.create())
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }
}
