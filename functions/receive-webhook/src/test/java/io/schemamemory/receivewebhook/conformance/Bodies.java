package io.schemamemory.receivewebhook.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.schemamemory.testkit.Samples;
import io.schemamemory.testkit.webhook.Signatures;
import java.util.List;
import java.util.stream.Stream;

/// A receiver checks the signature and never reads the body.
final class Bodies {
  private static final List<byte[]> UNREADABLE =
      Stream.of("", "not JSON", "{\"event\":", "[".repeat(10_000), "{\"a\":\"\\ud800\",\"a\":1}")
          .map(text -> text.getBytes(UTF_8))
          .toList();

  private Bodies() {}

  static void inAnyOrder(Stage stage) {
    RequestStreamHandler receiver = stage.coldStart();
    for (String event : List.of("closed", "schema_applied", "queued", "opened")) {
      byte[] body = Samples.payload("deploy_request." + event);
      assertThat(stage.post(receiver, body)).as(event).isEqualTo(202);
    }
    assertThat(stage.count("delivery_body")).isEqualTo(4);
  }

  static void signed(Stage stage) {
    RequestStreamHandler receiver = stage.coldStart();
    UNREADABLE.forEach(body -> assertThat(stage.post(receiver, body)).isEqualTo(202));
    assertThat(stage.count("delivery_body")).isEqualTo(UNREADABLE.size());
  }

  static void unsigned(Stage stage) {
    RequestStreamHandler receiver = stage.coldStart();
    String empty = stage.rows();
    for (byte[] body : UNREADABLE) {
      String wrong = Signatures.sign("another secret", body);
      assertThat(stage.post(receiver, body, wrong)).isEqualTo(401);
      assertThat(stage.post(receiver, body, "")).isEqualTo(401);
    }
    assertThat(stage.rows()).isEqualTo(empty);
  }
}
