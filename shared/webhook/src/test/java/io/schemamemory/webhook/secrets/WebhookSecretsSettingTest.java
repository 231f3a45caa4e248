package io.schemamemory.webhook.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.domain.signature.WebhookSecrets;
import io.schemamemory.settings.Environment;
import io.schemamemory.settings.SettingException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookSecretsSettingTest {
  @Test
  void one_secret_is_that_of_the_bare_path() {
    assertThat(of(Map.of("PLANETSCALE_WEBHOOK_SECRET", "hunter2")).bySource())
        .containsOnlyKeys(WebhookSecrets.BARE);
  }

  @Test
  void a_document_has_many_sources() {
    assertThat(of(Map.of("WEBHOOK_SECRETS", "{\"a\":\"x\",\"b\":\"y\"}")).bySource())
        .containsOnlyKeys("a", "b");
  }

  @Test
  void a_secret_of_secrets_manager_is_not_read_yet() {
    Map<String, String> variables =
        Map.of("WEBHOOK_SECRETS_ID", "schema-memory/webhook", "AWS_REGION", "us-east-1");

    assertThat(WebhookSecretsSetting.of(new Environment(variables)))
        .isInstanceOf(CachedSecrets.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                             | none is
          WEBHOOK_SECRETS PLANETSCALE_WEBHOOK_SECRET     | WEBHOOK_SECRETS and PLANETSCALE_WEBHOOK_SECRET are
          WEBHOOK_SECRETS_ID WEBHOOK_SECRETS             | WEBHOOK_SECRETS_ID and WEBHOOK_SECRETS are
          """)
  void none_or_two_of_the_variables_stop_the_start_by_name(String set, String said) {
    Map<String, String> variables = new HashMap<>();
    for (String name : set.split(" ", -1)) {
      variables.put(name, "hunter2");
    }

    assertThatThrownBy(() -> of(variables))
        .isInstanceOf(SettingException.class)
        .hasMessageStartingWith(
            "exactly one of WEBHOOK_SECRETS_ID, WEBHOOK_SECRETS, PLANETSCALE_WEBHOOK_SECRET must"
                + " be")
        .hasMessageEndingWith(said);
  }

  @Test
  void a_document_that_is_refused_stops_the_start_by_source_and_rule() {
    assertThatThrownBy(() -> of(Map.of("WEBHOOK_SECRETS", "{\"shop\":{\"live\":\"hunter2\"}}")))
        .isInstanceOf(SettingException.class)
        .hasMessage("WEBHOOK_SECRETS is refused: source shop live must be a list of secrets")
        .hasNoCause();
  }

  @ParameterizedTest
  @CsvSource({
    "'\uFEFFhunter2', character 1 is U+FEFF BYTE ORDER MARK",
    "'hunter2\u200B', character 8 is U+200B ZERO WIDTH SPACE",
    "'hunter2\n', character 8 is U+000A LINE FEED (LF)",
    "'hunt\ter2', character 5 is U+0009 CHARACTER TABULATION"
  })
  void a_secret_with_a_character_nobody_sees_stops_the_start_by_its_place(
      String secret, String found) {
    assertThatThrownBy(() -> of(Map.of("PLANETSCALE_WEBHOOK_SECRET", secret)))
        .isInstanceOf(SettingException.class)
        .hasMessageStartingWith("PLANETSCALE_WEBHOOK_SECRET is malformed: its " + found)
        .hasMessageNotContaining("er2");
  }

  @ParameterizedTest
  @CsvSource({
    "AWS_REGION, '', AWS_REGION is missing",
    "WEBHOOK_SECRETS_ID, a name, WEBHOOK_SECRETS_ID is malformed"
  })
  void what_secrets_manager_needs_is_checked_at_the_start(String name, String value, String said) {
    Map<String, String> variables =
        new HashMap<>(Map.of("WEBHOOK_SECRETS_ID", "name", "AWS_REGION", "us-east-1"));
    variables.put(name, value);

    assertThatThrownBy(() -> of(variables))
        .isInstanceOf(SettingException.class)
        .hasMessageStartingWith(said)
        .hasMessageNotContaining(value.isEmpty() ? "null" : value);
  }

  private static WebhookSecrets of(Map<String, String> variables) {
    return WebhookSecretsSetting.of(new Environment(variables)).get();
  }
}
