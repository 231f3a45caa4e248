package io.schemamemory.normalizedeliveries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.schemamemory.normalizedeliveries.spill.FailedItems;
import io.schemamemory.roles.Login;
import io.schemamemory.testkit.Samples;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Deliveries that return from the spill queue.
class SpilledIT extends SpilledFixture {
  private static final FailedItems NONE = FailedItems.of(List.of());

  private final Instant received = Instant.now().truncatedTo(ChronoUnit.MICROS);
  private final byte[] body = Samples.payload("branch.ready");

  @Test
  void a_spilled_delivery_is_stored_and_normalized_like_any_other() throws Exception {
    Map<String, Object> event =
        new ObjectMapper()
            .readValue(Samples.read("normalize-deliveries/spilled.json"), new TypeReference<>() {});

    assertThat(new NormalizeDeliveries().handleRequest(event, invocation)).isEqualTo(NONE);

    assertThat(database.rows("select body from memory.delivery_body").getFirst().get("body"))
        .isEqualTo(body);
    assertThat(run()).isEqualTo(counts(1, 0, 0, 0));
    assertThat(timeline()).hasLineCount(1);
  }

  @Test
  void it_keeps_the_time_the_receiver_got_it() {
    Instant before = received.minus(Duration.ofDays(2));

    assertThat(invoke(ours(body, before))).isEqualTo(NONE);

    assertThat(receivedAt()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(longs = {-400, 30})
  void a_receive_time_far_in_the_past_or_future_is_ignored(long days) {
    assertThat(invoke(ours(body, received.plus(Duration.ofDays(days))))).isEqualTo(NONE);

    assertThat(receivedAt()).isBetween(received.minus(Duration.ofDays(14)), Instant.now());
  }

  @Test
  void a_delivery_spilled_twice_and_also_stored_is_one_delivery() {
    database.receive(body);
    String message = ours(body, received);

    assertThat(invoke(message, message)).isEqualTo(NONE);
    assertThat(invoke(message)).isEqualTo(NONE);

    assertThat(rows("delivery")).hasSize(1);
    assertThat(rows("delivery_body")).hasSize(1);
    assertThat(rows("pending")).hasSize(1);
  }

  @Test
  void a_delivery_spilled_before_its_secret_was_retired_is_stored() {
    String message = message("default", "retired while deliveries were spilled", body, received);

    assertThat(invoke(message)).isEqualTo(NONE);

    assertThat(database.rows("select secret_fingerprint from memory.delivery"))
        .containsExactly(Map.of("secret_fingerprint", StandingSecrets.RETIRED.fingerprint()));
  }

  @Test
  void invalid_messages_are_never_stored_block_no_others_and_become_dead_letters() {
    String edited = ours(body, received).replaceFirst("\"signature\":\"..", "\"signature\":\"00");
    String unknownSecret = message("default", "an unknown secret", body, received);
    String[] poison = {"not a message", edited, unknownSecret};
    queue.send(poison[0]);
    queue.send(ours(Samples.payload("webhook.test"), received));
    queue.send(poison[1]);
    queue.send(poison[2]);
    queue.send(ours(Samples.payload("deploy_request.opened"), received));

    drain();

    assertThat(rows("delivery")).hasSize(2);
    assertThat(queue.takeDeadLetters())
        .extracting(letter -> letter.body())
        .containsExactlyInAnyOrder(poison);
    assertThat(invocation.log())
        .contains("reason=it is malformed", "SIGNATURE_MISMATCH", "UNKNOWN_SECRET")
        .contains("drained refused=3 stored=2");
  }

  @Test
  void messages_for_a_source_without_a_row_are_retried() {
    String message = message("unmade", Samples.SECRET, body, received);
    assertThat(invoke(message).batchItemFailures()).hasSize(1);
    assertThat(invocation.log()).contains("reason=the database has no source unmade");

    database.asOwner(
        "insert into memory.source (workspace_id, name) select id, 'unmade' from memory.workspace");
    try {
      assertThat(invoke(message)).isEqualTo(NONE);
      assertThat(rows("delivery")).hasSize(1);
    } finally {
      database.empty();
      database.asOwner("delete from memory.source where name = 'unmade'");
    }
  }

  @Test
  void an_unavailable_database_is_tried_once_and_all_messages_are_retried() {
    environment.set("DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/x?user=u&password=hunter2");
    String[] messages = {ours(body, received), ours(Samples.payload("webhook.test"), received)};

    assertThat(invoke(messages)).isEqualTo(FailedItems.of(List.of("0", "1")));

    assertThat(invocation.log()).contains("SQLSTATE=08001", "drained failed=1 postponed=1");
    environment.set("DATABASE_URL", database.url(Login.NORMALIZE_DELIVERIES).reveal());
    assertThat(invoke(messages)).isEqualTo(NONE);
    assertThat(rows("delivery")).hasSize(2);
  }

  @Test
  void a_message_the_database_alone_refuses_does_not_stop_the_others() {
    database.asOwner(
        """
        alter table memory.delivery add constraint test_check
          check (digest <> sha256(convert_to('{}', 'UTF8')))
        """);
    try {
      assertThat(invoke(ours(new byte[] {'{', '}'}, received), ours(body, received)))
          .isEqualTo(FailedItems.of(List.of("0")));
    } finally {
      database.asOwner("alter table memory.delivery drop constraint test_check");
    }

    assertThat(rows("delivery")).hasSize(1);
    assertThat(invocation.log()).contains("SQLSTATE=23514", "drained failed=1 stored=1");
  }

  @Test
  void the_log_contains_nothing_of_the_spilled_payload() {
    invoke(ours(body, received), ours(body, received).replace("H4sI", "AAAA"), "Jane Doe");

    assertThat(invocation.log()).doesNotContain("Jane", "acme", "AAAA", Samples.SECRET);
  }

  @Test
  void records_of_another_service_are_refused_by_name() {
    Map<String, Object> event =
        Map.of("Records", List.of(Map.of("eventSource", "aws:s3", "messageId", "1", "body", "x")));

    assertThatThrownBy(() -> new NormalizeDeliveries().handleRequest(event, invocation))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no message of SQS");
  }

  private static String ours(byte[] body, Instant receivedAt) {
    return message("default", Samples.SECRET, body, receivedAt);
  }

  private static Instant receivedAt() {
    return database.rows("select received_at from memory.delivery").stream()
        .map(row -> (Timestamp) row.get("received_at"))
        .map(Objects::requireNonNull)
        .map(Timestamp::toInstant)
        .findFirst()
        .orElseThrow();
  }
}
