package io.schemamemory.receivewebhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.schemamemory.testkit.Samples;
import io.schemamemory.testkit.webhook.Signatures;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiveWebhookIT extends ReceiverFixture {

  @Test
  void a_signed_webhook_is_stored_byte_for_byte_and_answered_202() {
    byte[] body = Samples.payload("deploy_request.opened");

    assertThat(status(signed(body))).isEqualTo(202);

    assertThat(bodies()).containsExactly(ByteBuffer.wrap(body));
    assertThat(database.rows("select from memory.pending")).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("io.schemamemory.testkit.Samples#payloads")
  void every_documented_payload_is_stored(String event) {
    assertThat(status(signed(Samples.payload(event)))).isEqualTo(202);
    assertThat(bodies()).hasSize(1);
  }

  @Test
  void a_base64_body_is_verified_and_stored_as_the_bytes_it_stands_for() {
    byte[] body = {'{', (byte) 0xff, (byte) 0xfe, '}'};

    assertThat(status(signed(body))).isEqualTo(202);

    assertThat(bodies()).containsExactly(ByteBuffer.wrap(body));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"x-planetscale-signature", "X-PlanetScale-Signature", "X-PLANETSCALE-SIGNATURE"})
  void the_header_is_found_whatever_its_case(String name) {
    byte[] body = Samples.payload("webhook.test");

    assertThat(status(event(body, Map.of(name, Signatures.sign(Samples.SECRET, body)))))
        .isEqualTo(202);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void every_sample_invocation_is_answered_as_documented(String file, int expected)
      throws IOException {
    JsonNode event = JSON.readTree(Samples.read("receive-webhook/" + file));

    assertThat(status(event)).isEqualTo(expected);
    assertThat(bodies()).hasSize(expected == 202 ? 1 : 0);
  }

  /// What `events/README.md` says of each.
  static Stream<Arguments> samples() {
    Matcher row =
        Pattern.compile("\\| `receive-webhook/(.*?)` \\|.*\\| (\\d+) \\|")
            .matcher(new String(Samples.read("README.md"), UTF_8));
    List<Arguments> documented =
        row.results()
            .map(found -> Arguments.of(found.group(1), Integer.parseInt(found.group(2))))
            .toList();
    assertThat(documented).hasSameSizeAs(Samples.files("receive-webhook"));
    return documented.stream();
  }
}
