package io.schemamemory.receive;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import io.schemamemory.testkit.Samples;
import io.schemamemory.testkit.Signatures;
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
    assertThat(invocation.log()).matches("rejected SIGNATURE_(MISSING|MALFORMED|MISMATCH)");
  }

  @Test
  void a_request_without_headers_or_body_is_answered_401() {
    assertThat(status(new APIGatewayV2HTTPEvent())).isEqualTo(401);
  }

  @Test
  void a_body_that_is_no_base64_is_answered_401() {
    APIGatewayV2HTTPEvent event = signed(Samples.payload("webhook.test"));
    event.setIsBase64Encoded(true);

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
    APIGatewayV2HTTPEvent signed = signed(body);
    signed.setBody(signed.getBody().replace("webhook.test", "webhook.tesT"));

    assertThat(status(signed)).isEqualTo(401);
  }
}
