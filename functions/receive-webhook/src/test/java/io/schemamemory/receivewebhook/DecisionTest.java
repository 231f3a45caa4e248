package io.schemamemory.receivewebhook;

import static io.schemamemory.receivewebhook.SomeSecrets.LIVE;
import static io.schemamemory.receivewebhook.SomeSecrets.NEXT;
import static io.schemamemory.receivewebhook.SomeSecrets.OF_ANOTHER_SOURCE;
import static io.schemamemory.receivewebhook.SomeSecrets.RETIRED;
import static io.schemamemory.receivewebhook.SomeSecrets.UNKNOWN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.schemamemory.domain.signature.Verification.Reason;
import io.schemamemory.receivewebhook.Decision.BadRequest;
import io.schemamemory.receivewebhook.Decision.KeepWarm;
import io.schemamemory.receivewebhook.Decision.Reject;
import io.schemamemory.receivewebhook.Decision.Store;
import io.schemamemory.testkit.Samples;
import io.schemamemory.testkit.webhook.Signatures;
import io.schemamemory.webhook.secrets.FixedSecrets;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the receiver decides about an event, without a database.
class DecisionTest {
  private static final String BODY = "{ }";

  @ParameterizedTest
  @ValueSource(strings = {LIVE, NEXT})
  void any_live_secret_is_accepted(String secret) {
    assertThat(decide(event("\"headers\":" + signedWith(secret)))).isInstanceOf(Store.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {RETIRED, OF_ANOTHER_SOURCE, UNKNOWN})
  void any_other_secret_is_rejected(String secret) {
    assertThat(decide(event("\"headers\":" + signedWith(secret))))
        .isEqualTo(new Reject(Reason.SIGNATURE_MISMATCH, "default"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"null", "7", "true", "\"source\"", "[\"source\",\"other\"]", "[{}]", "{}"})
  void path_parameters_of_another_type_are_ignored_and_the_event_is_still_read(String odd) {
    assertThat(decide(event("\"pathParameters\":" + odd + ",\"headers\":" + signedWith(LIVE))))
        .isInstanceOf(Store.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "7", "\"\"", "{}", "[\"default\"]", "{\"source\":\"default\"}"})
  void an_unknown_source_is_rejected(String odd) {
    String path = "\"pathParameters\":{\"source\":" + odd + "}";

    assertThat(decide(event(path + ",\"headers\":" + signedWith(LIVE))))
        .isEqualTo(new Reject(Reason.UNKNOWN_SOURCE, ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "[]", "\"x-planetscale-signature\"", "[\"a\",\"b\"]"})
  void headers_of_another_type_hold_no_signature(String odd) {
    assertThat(decide(event("\"headers\":" + odd)))
        .isEqualTo(new Reject(Reason.SIGNATURE_MISSING, "default"));
  }

  @Test
  void a_repeated_header_is_read_as_two_values() {
    String twice = "\"headers\":{},\"headers\":" + signedWith(LIVE) + ",\"headers\":{}";

    assertThat(decide(event(twice))).isInstanceOf(Store.class);
  }

  @Test
  void json_inside_the_body_is_not_read_as_the_event() {
    String inside = "{\"headers\":" + signedWith(LIVE) + ",\"body\":\"{ }\"}";

    assertThat(decide("{\"body\":" + inside + "}"))
        .isEqualTo(new Reject(Reason.SIGNATURE_MISSING, "default"));
  }

  @Test
  void the_schedule_s_event_keeps_the_snapshot_in_use() {
    assertThat(decide(new String(Samples.read("receive-webhook/keep-snapshot.json"), UTF_8)))
        .isEqualTo(new KeepWarm());
  }

  @Test
  void a_webhook_that_says_it_is_the_schedule_is_a_webhook() {
    String schedule = "\"source\":\"aws.scheduler\"";

    assertThat(decide(event(schedule + ",\"headers\":" + signedWith(LIVE))))
        .isInstanceOf(Store.class);
    assertThat(decide(event(schedule))).isEqualTo(new Reject(Reason.SIGNATURE_MISSING, "default"));
    assertThat(decide("{\"source\":[\"aws.scheduler\"]}"))
        .isEqualTo(new Reject(Reason.SIGNATURE_MISSING, "default"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "\"event\"",
        "{",
        "{\"headers\":{",
        "{\"body\":\"",
        "{\"body\":\"\\ud8\"}",
        "{'body':1}",
        "\u0001\u0000\u0000\u0000not UTF-32",
        "{\"body\":\"no base64\",\"isBase64Encoded\":true}"
      })
  void bytes_that_are_no_api_gateway_event_are_rejected(String bytes) {
    assertThat(decide(bytes)).isEqualTo(new BadRequest(400, "EVENT_UNREADABLE"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":"})
  void a_deeply_nested_event_is_rejected_before_it_exhausts_memory(String opening) {
    assertThat(decide("{\"x\":" + opening.repeat(1_000_000)))
        .isEqualTo(new BadRequest(400, "EVENT_UNREADABLE"));
  }

  static Stream<Arguments> endless() {
    return Stream.of(
        argumentSet("a name of a megabyte", "{\"" + "a".repeat(1 << 20) + "\":1}"),
        argumentSet("a number of a megabyte", "{\"body\":" + "1".repeat(1 << 20) + "}"),
        argumentSet("a body of 24 MiB", "{\"body\":\"" + "a".repeat(24 << 20) + "\"}"));
  }

  @ParameterizedTest
  @MethodSource("endless")
  void an_event_larger_than_lambda_s_limit_is_rejected(String event) {
    assertThat(decide(event)).isEqualTo(new BadRequest(400, "EVENT_UNREADABLE"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_body_of_4_mib_is_verified_and_one_byte_more_is_refused_signed_or_not(boolean base64) {
    byte[] most = new byte[Decision.MOST_BYTES];
    byte[] tooMany = new byte[Decision.MOST_BYTES + 1];
    Arrays.fill(most, (byte) 'x');
    Arrays.fill(tooMany, (byte) 'x');

    assertThat(decide(large(most, base64, LIVE))).isInstanceOf(Store.class);
    for (String secret : List.of(LIVE, UNKNOWN)) {
      assertThat(decide(large(tooMany, base64, secret)))
          .isEqualTo(new BadRequest(413, "BODY_TOO_LARGE bytes=4194305"));
    }
  }

  private static String large(byte[] body, boolean base64, String secret) {
    return "{\"headers\":{\"%s\":\"%s\"},\"body\":\"%s\",\"isBase64Encoded\":%s}"
        .formatted(
            Signatures.HEADER,
            Signatures.sign(secret, body),
            base64 ? Base64.getEncoder().encodeToString(body) : new String(body, UTF_8),
            base64);
  }

  private static Decision decide(String event) {
    try {
      return Decision.of(
          new ByteArrayInputStream(event.getBytes(UTF_8)), new FixedSecrets(SomeSecrets.ALL));
    } catch (IOException unread) {
      throw new AssertionError("only a broken stream may throw", unread);
    }
  }

  private static String event(String fields) {
    return "{" + fields + ",\"body\":\"" + BODY + "\",\"isBase64Encoded\":false}";
  }

  private static String signedWith(String secret) {
    return "{\""
        + Signatures.HEADER
        + "\":\""
        + Signatures.sign(secret, BODY.getBytes(UTF_8))
        + "\"}";
  }
}
