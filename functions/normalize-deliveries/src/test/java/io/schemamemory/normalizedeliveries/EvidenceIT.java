package io.schemamemory.normalizedeliveries;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.schemamemory.normalizedeliveries.answer.VerifyAnswer;
import io.schemamemory.normalizedeliveries.answer.VerifyAnswer.RefusedDelivery;
import io.schemamemory.testkit.LambdaInvocation;
import io.schemamemory.testkit.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A stored delivery can be verified again while its body is kept.
class EvidenceIT extends SpilledFixture {
  private static final Map<String, Object> ALL = Map.of("command", "verify");

  private final byte[] body = Samples.payload("branch.ready");

  @Test
  void received_deliveries_verify_again() {
    database.receive(body, "not json".getBytes(UTF_8), new byte[0]);

    assertThat(verify(ALL)).isEqualTo(new VerifyAnswer(3, 0, List.of(), last(), true));
    assertThat(invocation.log()).contains("verified=3 without_body=0 refused=0");
  }

  @Test
  void a_delivery_still_verifies_after_its_secret_was_retired() {
    invoke(message("default", "retired while deliveries were spilled", body, Instant.now()));

    assertThat(verify(ALL)).isEqualTo(new VerifyAnswer(1, 0, List.of(), last(), true));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "SIGNATURE_MISMATCH; update memory.delivery_body set body = body || 'x'",
        "SIGNATURE_MISMATCH; update memory.delivery set signature = repeat('0', 64)",
        "UNKNOWN_SECRET; update memory.delivery set secret_fingerprint = repeat('0', 16)"
      },
      quoteCharacter = '"')
  void an_edited_delivery_is_listed_with_the_reason(String reason, String edit) {
    database.receive(body);
    database.asOwner(edit);

    assertThat(verify(ALL).refused())
        .containsExactly(new RefusedDelivery(last(), "default", reason));
    assertThat(invocation.log()).contains("refused=1");
  }

  @Test
  void a_delivery_without_a_body_is_counted_and_not_reported_as_wrong() {
    database.receive(body);
    database.asOwner("delete from memory.delivery_body");

    assertThat(verify(ALL)).isEqualTo(new VerifyAnswer(0, 1, List.of(), last(), true));
  }

  @Test
  void deliveries_are_verified_by_their_ids() {
    database.receive(body, Samples.payload("webhook.test"));

    assertThat(verify(Map.of("command", "verify", "deliveries", List.of(last(), 0))))
        .isEqualTo(
            new VerifyAnswer(
                1, 0, List.of(new RefusedDelivery(0, "", "NO_SUCH_DELIVERY")), last(), true));
  }

  @Test
  void many_are_verified_batch_by_batch_and_the_next_run_continues_after_the_last()
      throws Exception {
    database.receive(
        IntStream.range(0, 250).mapToObj(i -> ("{" + i).getBytes(UTF_8)).toArray(byte[][]::new));
    long first = last() - 249;

    assertThat(new NormalizeDeliveries().handleRequest(ALL, new LambdaInvocation(Duration.ZERO)))
        .isEqualTo(new VerifyAnswer(0, 0, List.of(), 0, false));
    assertThat(verify(sample())).isEqualTo(new VerifyAnswer(250, 0, List.of(), last(), true));
    assertThat(verify(Map.of("command", "verify", "after", first)).verified()).isEqualTo(249);
  }

  private VerifyAnswer verify(Map<String, Object> event) {
    return (VerifyAnswer) ask(event);
  }

  private static Map<String, Object> sample() throws Exception {
    return new ObjectMapper()
        .readValue(Samples.read("normalize-deliveries/verify.json"), new TypeReference<>() {});
  }

  private static long last() {
    return ((Number)
            Objects.requireNonNull(
                database.rows("select max(id) as id from memory.delivery").getFirst().get("id")))
        .longValue();
  }
}
