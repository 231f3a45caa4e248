package io.schemamemory.receivewebhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.domain.signature.DeliveryDigest;
import io.schemamemory.domain.signature.SignatureVerifier;
import io.schemamemory.domain.signature.Verification.Authentic;
import io.schemamemory.domain.signature.WebhookSecret;
import io.schemamemory.domain.signature.WebhookSecrets;
import io.schemamemory.testkit.Samples;
import io.schemamemory.webhook.spill.Decoding.Decoded;
import io.schemamemory.webhook.spill.SpilledDelivery;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;

/// A delivery answered 2xx is in the database or in the spill queue, whatever fails.
class SpilledWebhookIT extends ReceiverFixture {
  private final byte[] body = Samples.payload("deploy_request.opened");

  @Test
  void deliveries_are_spilled_when_the_database_refuses_connections() {
    environment.set("DATABASE_URL", NOWHERE);
    Instant before = Instant.now();

    assertThat(status(signed(body))).isEqualTo(202);

    assertThat(spilled()).containsExactly(ByteBuffer.wrap(body));
    assertThat(spilledDeliveries().getFirst().receivedAt()).isBetween(before, Instant.now());
    assertThat(invocation.log())
        .matches(
            "spilled source=default bytes=\\d+ digest=[0-9a-f]{16} because storing a delivery failed: SQLSTATE 08001");
  }

  @Test
  void the_log_contains_neither_the_spilled_payload_nor_any_secret() {
    environment.set("DATABASE_URL", NOWHERE);

    status(signed(body));

    assertThat(invocation.log()).doesNotContain("Jane", "acme", "hunter2", Samples.SECRET);
  }

  @Test
  void an_unresponsive_pooler_times_out_and_the_next_webhook_reconnects() {
    ReceiveWebhook handler = new ReceiveWebhook();
    assertThat(status(handler, signed(Samples.payload("branch.ready")), invocation)).isEqualTo(202);

    database.whilePoolerHangs(
        () -> assertThat(status(handler, signed(body), invocation)).isEqualTo(202));

    // A busy machine may have spilled the first one too.
    assertThat(spilled()).contains(ByteBuffer.wrap(body));
    IntStream.range(0, 20)
        .map(_ -> status(handler, signed(Samples.payload("webhook.test")), invocation))
        .filter(_ -> invocation.log().endsWith(stored("webhook.test")))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_pooler_that_never_answers_the_connection_times_out() {
    ReceiveWebhook handler = new ReceiveWebhook();

    database.whilePoolerHangs(
        () -> assertThat(status(handler, signed(body), invocation)).isEqualTo(202));

    assertThat(spilled()).containsExactly(ByteBuffer.wrap(body));
  }

  @Test
  void the_largest_allowed_body_is_spilled_too() {
    ReceiveWebhook handler = new ReceiveWebhook();
    assertThat(status(handler, signed(Samples.payload("branch.ready")), invocation)).isEqualTo(202);
    byte[] large = new byte[Decision.MOST_BYTES];

    database.whilePoolerHangs(
        () -> assertThat(status(handler, signed(large), invocation)).isEqualTo(202));

    assertThat(spilled()).contains(ByteBuffer.wrap(large));
    assertThat(status(handler, signed(body), invocation)).isEqualTo(202);
    assertThat(invocation.log()).contains("received STORED source=default bytes=" + body.length);
  }

  @Test
  void the_receiver_does_not_wait_for_a_locked_table() {
    database.whileLocked("memory.delivery", () -> assertThat(status(signed(body))).isEqualTo(202));

    assertThat(spilled()).containsExactly(ByteBuffer.wrap(body));
    assertThat(invocation.log())
        .contains("spilled source=default bytes=")
        .containsAnyOf("55P03", "too long");
  }

  @Test
  void no_delivery_is_lost_when_its_source_has_no_row_yet() {
    database.asOwner("update memory.source set name = 'renamed' where name = 'default'");
    try {
      assertThat(status(signed(body))).isEqualTo(202);
    } finally {
      database.asOwner("update memory.source set name = 'default' where name = 'renamed'");
    }

    assertThat(spilled()).containsExactly(ByteBuffer.wrap(body));
    assertThat(invocation.log()).endsWith("because the database has no source default");
  }

  @Test
  void no_delivery_is_lost_when_the_database_gives_an_unexpected_answer_warm_or_cold() {
    ReceiveWebhook warm = new ReceiveWebhook();
    assertThat(status(warm, signed(Samples.payload("branch.ready")), invocation)).isEqualTo(202);
    database.asOwner(
        """
        alter function memory.receive rename to received;
        create function memory.receive(text, text, text, timestamptz, bytea) returns text
          language sql return 'postponed';
        grant execute on function memory.receive to public""");
    try {
      assertThat(status(warm, signed(body), invocation)).isEqualTo(202);
      assertThat(status(signed(body))).isEqualTo(202);
    } finally {
      database.asOwner(
          """
          drop function memory.receive;
          alter function memory.received rename to receive""");
    }

    assertThat(spilled()).containsExactly(ByteBuffer.wrap(body), ByteBuffer.wrap(body));
    assertThat(invocation.log()).endsWith("because IllegalArgumentException");
  }

  @Test
  void when_the_queue_is_unavailable_too_the_answer_is_503_and_the_log_says_why() {
    environment.set("DATABASE_URL", NOWHERE);
    environment.set("AWS_ENDPOINT_URL_SQS", "http://127.0.0.1:1");

    assertThat(status(signed(body))).isEqualTo(503);

    assertThat(invocation.log())
        .matches(
            "not kept source=default bytes=\\d+ digest=[0-9a-f]{16} because storing a delivery failed: SQLSTATE 08001,"
                + " and spilling a delivery failed: SdkClientException");
  }

  @Test
  void a_deleted_queue_gives_503_and_its_error_code_is_logged() {
    environment.set("DATABASE_URL", NOWHERE);
    environment.set("SPILL_QUEUE_URL", "http://sqs/000000000000/deleted");

    assertThat(status(signed(body))).isEqualTo(503);

    assertThat(invocation.log()).contains("spilling a delivery failed: 400 ");
  }

  @Test
  void a_payload_too_large_for_the_queue_is_stored_and_answered_503_only_without_the_database() {
    byte[] noise = new byte[900_000];
    new Random(1).nextBytes(noise);
    assertThat(status(signed(noise))).isEqualTo(202);
    assertThat(bodies()).hasSize(1);

    environment.set("DATABASE_URL", NOWHERE);

    assertThat(status(signed(noise))).isEqualTo(503);
    assertThat(invocation.log()).contains("is larger than the spill queue takes, 1000000");
    assertThat(queue.take()).isEmpty();
  }

  /// How the line of a stored webhook ends.
  private static String stored(String event) {
    byte[] bytes = Samples.payload(event);
    return "bytes=%d digest=%s".formatted(bytes.length, DeliveryDigest.of(bytes));
  }

  /// What is in the queue, verified again.
  private static List<ByteBuffer> spilled() {
    SignatureVerifier verifier =
        new SignatureVerifier(WebhookSecrets.ofBare(WebhookSecret.of(Samples.SECRET)));
    return spilledDeliveries().stream()
        .map(delivery -> (Authentic) delivery.verifyAgain(verifier))
        .map(authentic -> ByteBuffer.wrap(authentic.payload().bytes()))
        .toList();
  }

  private static List<SpilledDelivery> spilledDeliveries() {
    return queue.take().stream()
        .map(Message::body)
        .map(message -> ((Decoded) SpilledDelivery.decode(message)).delivery())
        .toList();
  }
}
