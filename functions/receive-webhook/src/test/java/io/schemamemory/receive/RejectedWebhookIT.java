package io.schemamemory.receive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.schemamemory.testkit.Samples;
import io.schemamemory.testkit.Signatures;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RejectedWebhookIT extends ReceiverFixture {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "abc",
        "sha256=0000000000000000000000000000000000000000000000000000000000000000",
        "zz00000000000000000000000000000000000000000000000000000000000000",
        "0000000000000000000000000000000000000000000000000000000000000000",
        "\u0660\u0660\u0660\u0660000000000000000000000000000000000000000000000000000000000000"
      })
  void a_wrong_signature_is_answered_401_and_leaves_no_trace(String signature) {
    byte[] body = Samples.payload("webhook.test");

    assertThat(status(event(body, Map.of(Signatures.HEADER, signature)))).isEqualTo(401);

    assertThat(bodies()).isEmpty();
    assertThat(invocation.log())
        .matches("rejected SIGNATURE_(MISSING|MALFORMED|MISMATCH) source=default");
  }

  @Test
  void a_request_without_headers_or_body_is_answered_401() {
    assertThat(status(JSON.createObjectNode())).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "[]", "7", "[\"a\",\"b\"]", "{\"a\":{}}"})
  void a_signature_or_body_of_another_type_is_answered_401(String odd) throws IOException {
    ObjectNode event = signed(Samples.payload("webhook.test"));

    assertThat(status(event.deepCopy().set("body", JSON.readTree(odd)))).isEqualTo(401);
    assertThat(status(event.deepCopy().set("headers", JSON.readTree(odd)))).isEqualTo(401);
    event.putObject("headers").set("X-PlanetScale-Signature", JSON.readTree(odd));
    assertThat(status(event)).isEqualTo(401);
  }

  @Test
  void a_body_that_is_no_base64_is_answered_401() {
    ObjectNode event = signed(Samples.payload("webhook.test"));
    event.put("isBase64Encoded", true);

    assertThat(status(event)).isEqualTo(401);
  }

  @Test
  void a_signature_of_another_secret_is_answered_401() {
    byte[] body = Samples.payload("webhook.test");

    String signature = Signatures.sign("another secret", body);

    assertThat(status(event(body, Map.of(Signatures.HEADER, signature)))).isEqualTo(401);
  }

  @Test
  void one_changed_byte_is_answered_401() {
    byte[] body = Samples.payload("webhook.test");
    ObjectNode signed = signed(body);
    signed.put("body", signed.required("body").textValue().replace("webhook.test", "webhook.tesT"));

    assertThat(status(signed)).isEqualTo(401);
  }
}
