package io.schemamemory.receivewebhook.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.schemamemory.testkit.Samples;
import io.schemamemory.testkit.webhook.Signatures;

/// Only a live secret is accepted, and no secret is ever logged.
final class Secrets {
  private static final byte[] BODY = Samples.payload("deploy_request.opened");

  private Secrets() {}

  static void retired(Stage stage) {
    RequestStreamHandler receiver = stage.coldStart();
    String empty = stage.rows();

    assertThat(stage.post(receiver, BODY, Signatures.sign(Stage.RETIRED, BODY))).isEqualTo(401);

    assertThat(stage.rows()).isEqualTo(empty);
  }

  static void unlogged(Stage stage) {
    RequestStreamHandler receiver = stage.coldStart();
    stage.post(receiver, BODY);
    stage.post(receiver, BODY);
    stage.post(receiver, BODY, "");
    stage.post(receiver, BODY, Signatures.sign("another secret", BODY));

    assertThat(new String(BODY, UTF_8)).contains("Jane Doe");
    assertThat(stage.log())
        .isNotBlank()
        .doesNotContain("Jane Doe", Samples.SECRET, Signatures.sign(Samples.SECRET, BODY));
  }
}
