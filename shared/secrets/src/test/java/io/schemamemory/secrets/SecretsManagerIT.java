package io.schemamemory.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.settings.Environment;
import io.schemamemory.testkit.aws.CredentialsServer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Reading over real HTTP, from a server that plays Secrets Manager, and plays it badly.
class SecretsManagerIT extends SecretsFixture {
  private static final Duration LONG = Duration.ofSeconds(20);

  @Test
  void the_current_text_is_read() {
    server.put(ID, "hunter2");
    Secrets secrets = secrets();
    assertThat(secrets.read(ID, LONG)).isEqualTo("hunter2");

    server.put(ID, "{\"a\": \"\u00e4\\n\"}");

    assertThat(secrets.read(ID, LONG)).isEqualTo("{\"a\": \"\u00e4\\n\"}");
  }

  @Test
  void only_a_secret_that_is_not_there_is_missing() {
    assertThatThrownBy(() -> secrets().read(ID, LONG))
        .isInstanceOfSatisfying(SecretException.class, e -> assertThat(e.isMissing()).isTrue())
        .hasMessage(
            "Secrets Manager answered ResourceNotFoundException for schema-memory/x: store it, in"
                + " this account and region");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          AccessDeniedException       | the function's role needs secretsmanager:GetSecretValue
          DecryptionFailure           | its KMS key cannot be used
          InvalidRequestException     | it is marked for deletion: restore it
          ExpiredTokenException       | AWS does not accept the credentials
          com.amazonaws#Unheard_Of    | look the code up
          """)
  void what_is_refused_says_what_to_do(String error, String said) {
    server.put(ID, "hunter2");
    server.refuse(ID, error);

    assertThatThrownBy(() -> secrets().read(ID, LONG))
        .isInstanceOfSatisfying(SecretException.class, e -> assertThat(e.isMissing()).isFalse())
        .hasMessageContaining(" for schema-memory/x: " + said)
        .hasMessageNotContaining("hunter2");
    assertThat(server.reads(ID)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"400, ThrottlingException", "429, TooMany", "500, InternalServiceError", "503, ''"})
  void what_passes_is_tried_again(int status, String error) {
    AtomicInteger asked = new AtomicInteger();
    server.misbehave(
        exchange -> {
          if (asked.incrementAndGet() == 3) {
            send(exchange, 200, "{\"SecretString\":\"hunter2\"}");
          } else {
            send(exchange, status, "{\"__type\":\"" + error + "\"}");
          }
        });

    assertThat(secrets().read(ID, LONG)).isEqualTo("hunter2");
  }

  @Test
  void a_connection_that_breaks_is_tried_again_and_then_said() {
    AtomicInteger asked = new AtomicInteger();
    server.misbehave(
        exchange -> {
          asked.incrementAndGet();
          exchange.close();
        });

    assertThatThrownBy(() -> secrets().read(ID, LONG))
        .hasMessageStartingWith("Secrets Manager cannot be reached for schema-memory/x");
    assertThat(asked).hasValueGreaterThanOrEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hunter2",
        "[]",
        "{\"SecretString\":7}",
        "{\"SecretBinary\":\"aHVudGVyMg==\"}"
      })
  void an_answer_without_a_text_is_no_secret(String answer) {
    server.misbehave(exchange -> send(exchange, 200, answer));

    assertThatThrownBy(() -> secrets().read(ID, LONG))
        .isInstanceOf(SecretException.class)
        .hasMessageNotContaining("hunter2")
        .hasNoCause();
  }

  @Test
  void a_page_of_a_proxy_is_told_by_its_status() {
    server.misbehave(exchange -> send(exchange, 407, "<html>hunter2</html>"));

    assertThatThrownBy(() -> secrets().read(ID, LONG))
        .hasMessageStartingWith("Secrets Manager answered HTTP 407 for schema-memory/x");
  }

  @Test
  void without_credentials_it_says_so() {
    account.remove("AWS_ACCESS_KEY_ID");

    assertThatThrownBy(() -> secrets().read(ID, LONG))
        .hasMessageStartingWith("there are no credentials to read schema-memory/x with");
  }

  @Test
  void under_snapstart_the_credentials_come_from_an_address() {
    server.put(ID, "hunter2");
    Map<String, String> variables = new HashMap<>(account.getVariables());
    account.remove("AWS_ACCESS_KEY_ID");
    account.remove("AWS_SECRET_ACCESS_KEY");
    try (CredentialsServer credentials = CredentialsServer.start()) {
      credentials.environment().forEach(account::set);

      assertThat(SecretsSetting.of(new Environment(variables)).read(ID, LONG)).isEqualTo("hunter2");
    }
  }
}
