package io.schemamemory.receivewebhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.settings.SettingException;
import io.schemamemory.testkit.Samples;
import io.schemamemory.testkit.webhook.SecretsExtensionServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Unreadable secrets accept no webhook, are not blamed on the sender, and reveal no secret.
class UnreadableSecretsIT extends SecretsFixture {
  private static final byte[] BODY = Samples.payload("branch.ready");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {'default':{'live':['hunter2','hunter2']}} | source default has the secret f52fbd32b2b3b86f twice; fix
          {'default':'hunter2'                       | the webhook secrets are no JSON
          {'hunter2'                                 | the webhook secrets are no JSON
          {}                                         | the webhook secrets name no source
          """)
  void a_document_that_is_refused_is_answered_503_by_its_rule(String document, String said) {
    document(document);

    assertThat(post(new ReceiveWebhook(), "default", "hunter2", BODY)).isEqualTo(503);

    assertThat(invocation.log()).startsWith("secrets missing: ").contains(said);
    assertThat(invocation.log()).doesNotContain("hunter2").doesNotContain(extension.token());
  }

  @Test
  void a_secret_that_is_not_there_is_answered_503() {
    assertThat(post(new ReceiveWebhook(), "default", "hunter2", BODY)).isEqualTo(503);
    assertThat(invocation.log()).contains("the secrets extension answered 404");
  }

  @Test
  void a_wrong_token_is_answered_503_and_not_logged() {
    environment.set("AWS_SESSION_TOKEN", "hunter2");

    assertThat(post(new ReceiveWebhook(), "default", "d", BODY)).isEqualTo(503);
    assertThat(invocation.log()).contains("answered 403").doesNotContain("hunter2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hunter2",
        "[]",
        "{\"SecretString\": 7}",
        "{\"SecretBinary\": \"aHVudGVyMg==\"}",
        "{\"SecretString\": \"{\\\"default\\\":"
      })
  void an_invalid_extension_answer_is_answered_503(String answer) {
    extension.misbehave(exchange -> SecretsExtensionServer.send(exchange, 200, answer));

    assertThat(post(new ReceiveWebhook(), "default", "hunter2", BODY)).isEqualTo(503);
    assertThat(invocation.log()).startsWith("secrets missing: ").doesNotContain("hunter2");
  }

  @Test
  void without_an_extension_it_says_what_is_missing() {
    extension.close();
    ReceiveWebhook receive = new ReceiveWebhook();
    // On a busy machine a first call may take longer than it is waited for; it loads the classes.
    assertThat(post(receive, "default", "hunter2", BODY)).isEqualTo(503);

    assertThat(post(receive, "default", "hunter2", BODY)).isEqualTo(503);
    assertThat(invocation.log().lines().toList().getLast())
        .isEqualTo(
            "secrets missing: no secrets extension listens on port %d; the function needs its layer, of its own architecture"
                .formatted(extension.port()));
  }

  @Test
  void two_places_for_secrets_stop_the_start() {
    environment.set("PLANETSCALE_WEBHOOK_SECRET", "hunter2");

    assertThatThrownBy(ReceiveWebhook::new)
        .isInstanceOf(SettingException.class)
        .hasMessageEndingWith("WEBHOOK_SECRETS_ID and PLANETSCALE_WEBHOOK_SECRET are");
  }
}
