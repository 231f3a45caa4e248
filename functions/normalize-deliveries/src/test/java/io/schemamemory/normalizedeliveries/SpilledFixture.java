package io.schemamemory.normalizedeliveries;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.domain.signature.SignatureVerifier;
import io.schemamemory.domain.signature.SourceSecrets;
import io.schemamemory.domain.signature.Verification.Authentic;
import io.schemamemory.domain.signature.WebhookSecret;
import io.schemamemory.domain.signature.WebhookSecrets;
import io.schemamemory.normalizedeliveries.spill.FailedItems;
import io.schemamemory.normalizedeliveries.spill.FailedItems.Item;
import io.schemamemory.testkit.queue.StandInSpillQueue;
import io.schemamemory.testkit.webhook.Signatures;
import io.schemamemory.webhook.spill.SpilledDelivery;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.sqs.model.Message;

/// The real normalizer between a real queue and a database, emptied before each test.
abstract class SpilledFixture extends NormalizerFixture {
  @RegisterExtension static final StandInSpillQueue queue = new StandInSpillQueue();

  @BeforeEach
  void startWithAnEmptyQueue() {
    queue.empty();
  }

  /// The message the receiver writes for a body that a secret of a source has signed.
  static String message(String source, String secret, byte[] body, Instant receivedAt) {
    WebhookSecrets secrets =
        new WebhookSecrets(
            Map.of(source, new SourceSecrets(List.of(WebhookSecret.of(secret)), List.of())));
    Authentic authentic =
        (Authentic)
            new SignatureVerifier(secrets).verify(source, Signatures.sign(secret, body), body);
    return SpilledDelivery.encode(authentic.payload(), receivedAt);
  }

  /// What the function answers to messages in one invocation; ids count from 0.
  FailedItems invoke(String... messages) {
    List<Map<String, Object>> records =
        IntStream.range(0, messages.length)
            .mapToObj(id -> record(String.valueOf(id), messages[id]))
            .toList();
    return invoke(new NormalizeDeliveries(), records);
  }

  /// Hands everything in the queue to the function, as Lambda does, until nothing is left in it.
  void drain() {
    NormalizeDeliveries function = new NormalizeDeliveries();
    for (List<Message> taken = queue.take(); !taken.isEmpty(); taken = queue.take()) {
      List<String> failed =
          invoke(
                  function,
                  taken.stream()
                      .map(message -> record(message.messageId(), message.body()))
                      .toList())
              .batchItemFailures()
              .stream()
              .map(Item::itemIdentifier)
              .toList();
      taken.stream()
          .filter(message -> !failed.contains(message.messageId()))
          .forEach(queue::delete);
    }
  }

  private FailedItems invoke(NormalizeDeliveries function, List<Map<String, Object>> records) {
    Object answer = function.handleRequest(Map.of("Records", records), invocation);
    assertThat(answer).isInstanceOf(FailedItems.class);
    return (FailedItems) answer;
  }

  private static Map<String, Object> record(String id, String body) {
    return Map.of("messageId", id, "body", body, "eventSource", "aws:sqs");
  }
}
