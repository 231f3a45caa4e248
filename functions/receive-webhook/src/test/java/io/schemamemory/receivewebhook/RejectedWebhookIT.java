package io.schemamemory.receivewebhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.schemamemory.testkit.Samples;
import io.schemamemory.testkit.webhook.Signatures;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Requests that PlanetScale did not sign are rejected and leave no trace.
class RejectedWebhookIT extends ReceiverFixture {
  private static final byte[] BODY = Samples.payload("webhook.test");
  private static final String RIGHT = Signatures.sign(Samples.SECRET, BODY);
  private static final int MEGABYTE = 1 << 20;

  static Stream<Arguments> headers() {
    return Stream.of(
        argumentSet("missing", Map.of()),
        argumentSet("under another name", Map.of("X-Hub-Signature-256", RIGHT)),
        argumentSet(
            "repeated in two spellings",
            Map.of(Signatures.HEADER, RIGHT, "x-planetscale-signature", RIGHT)),
        signature("repeated, as API Gateway joins it", RIGHT + "," + RIGHT),
        signature("empty", ""),
        signature("blank", " "),
        signature("a megabyte of blanks", " ".repeat(MEGABYTE)),
        signature("too short", RIGHT.substring(1)),
        signature("too long", RIGHT + "0"),
        signature("with white space around it", " " + RIGHT + "\n"),
        signature("prefixed", "sha256=" + RIGHT),
        signature("in base64", "2jmj7l5rSw0yVb/vlWAYkK/YBwk="),
        signature("not hex", "g" + RIGHT.substring(1)),
        signature("not ASCII", "\u0660".repeat(64)),
        signature("not ASCII, and as many bytes", "\u0660".repeat(32)),
        signature("a megabyte long", RIGHT.repeat(MEGABYTE / 64)),
        signature("all zeros", "0".repeat(64)),
        signature("of another secret", Signatures.sign("another secret", BODY)),
        signature("of another body", Signatures.sign(Samples.SECRET, "{}".getBytes(UTF_8))));
  }

  @ParameterizedTest
  @MethodSource("headers")
  void a_wrong_signature_is_answered_401_without_a_hint_and_leaves_no_trace(
      Map<String, String> headers) {
    assertThat(answer(new ReceiveWebhook(), event(BODY, headers), invocation))
        .isEqualTo("{\"statusCode\":401}");

    assertThat(invocation.log())
        .matches("rejected SIGNATURE_(MISSING|MALFORMED|MISMATCH) source=default");
    assertNothingStored();
  }

  @Test
  void a_request_without_headers_or_body_is_answered_401() {
    assertThat(status(JSON.createObjectNode())).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "[]", "7", "[\"a\",\"b\"]", "{\"a\":{}}"})
  void a_signature_or_body_of_another_type_is_answered_401(String odd) throws IOException {
    ObjectNode event = signed(BODY);

    assertThat(status(event.deepCopy().set("body", JSON.readTree(odd)))).isEqualTo(401);
    assertThat(status(event.deepCopy().set("headers", JSON.readTree(odd)))).isEqualTo(401);
    event.putObject("headers").set("X-PlanetScale-Signature", JSON.readTree(odd));
    assertThat(status(event)).isEqualTo(401);
  }

  @Test
  void one_changed_byte_is_answered_401() {
    ObjectNode signed = signed(BODY);
    signed.put("body", signed.required("body").textValue().replace("webhook.test", "webhook.tesT"));

    assertThat(status(signed)).isEqualTo(401);
  }

  @Test
  void unsigned_bytes_are_neither_stored_nor_spilled() {
    environment.set("DATABASE_URL", NOWHERE);

    assertThat(status(event(BODY, Map.of(Signatures.HEADER, "0".repeat(64))))).isEqualTo(401);

    assertThat(queue.take()).isEmpty();
  }

  @Test
  void a_body_that_is_not_the_base64_the_event_says_it_is_is_answered_400() {
    ObjectNode event = signed(BODY);
    event.put("isBase64Encoded", true);

    assertThat(status(event)).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_body_over_4_mib_is_answered_413_signed_or_not_and_leaves_no_trace(boolean signed) {
    byte[] large = xs(Decision.MOST_BYTES + 1);
    String signature = Signatures.sign(signed ? Samples.SECRET : "another secret", large);

    assertThat(
            answer(
                new ReceiveWebhook(),
                event(large, Map.of(Signatures.HEADER, signature)),
                invocation))
        .isEqualTo("{\"statusCode\":413}");

    assertThat(invocation.log()).isEqualTo("rejected BODY_TOO_LARGE bytes=4194305");
    assertNothingStored();
  }

  private static byte[] xs(int length) {
    byte[] xs = new byte[length];
    Arrays.fill(xs, (byte) 'x');
    return xs;
  }

  private static Arguments signature(String name, String signature) {
    return argumentSet(name, Map.of(Signatures.HEADER, signature));
  }

  private static void assertNothingStored() {
    for (String table : new String[] {"delivery", "delivery_body", "pending", "quarantine"}) {
      assertThat(database.rows("select from memory." + table)).as(table).isEmpty();
    }
  }
}
