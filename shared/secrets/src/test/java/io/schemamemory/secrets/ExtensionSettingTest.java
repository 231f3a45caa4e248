package io.schemamemory.secrets;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.settings.Environment;
import io.schemamemory.settings.SettingException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExtensionSettingTest {
  private static final Duration LIMIT = Duration.ofMillis(500);

  private final Map<String, String> variables =
      new HashMap<>(Map.of("PARAMETERS_SECRETS_EXTENSION_HTTP_PORT", "1"));

  @ParameterizedTest
  @CsvSource({
    "AWS_SESSION_TOKEN, '', AWS_SESSION_TOKEN is missing",
    "AWS_SESSION_TOKEN, hunter 2, AWS_SESSION_TOKEN is malformed",
    "PARAMETERS_SECRETS_EXTENSION_HTTP_PORT, 0, PARAMETERS_SECRETS_EXTENSION_HTTP_PORT is"
        + " malformed",
    "PARAMETERS_SECRETS_EXTENSION_HTTP_PORT, x, PARAMETERS_SECRETS_EXTENSION_HTTP_PORT is malformed"
  })
  void what_the_extension_needs_is_checked_at_the_start(String name, String value, String said) {
    variables.put("AWS_SESSION_TOKEN", "hunter2");
    variables.put(name, value);

    assertThatThrownBy(() -> SecretsSetting.of(new Environment(variables)))
        .isInstanceOf(SettingException.class)
        .hasMessageStartingWith(said)
        .hasMessageNotContaining("hunter");
  }

  @Test
  void under_snapstart_the_token_has_another_name_and_may_come_with_the_restore() {
    variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
    Secrets secrets = SecretsSetting.of(new Environment(variables));
    assertThatThrownBy(() -> secrets.read("name", LIMIT))
        .isInstanceOf(SecretException.class)
        .hasMessageStartingWith("AWS_SESSION_TOKEN is missing")
        .hasMessageContaining("AWS_CONTAINER_AUTHORIZATION_TOKEN");

    variables.put("AWS_CONTAINER_AUTHORIZATION_TOKEN", "t");

    assertThatThrownBy(() -> secrets.read("name", LIMIT))
        .isInstanceOf(SecretException.class)
        .hasMessageStartingWith("no secrets extension listens on port 1");
  }
}
