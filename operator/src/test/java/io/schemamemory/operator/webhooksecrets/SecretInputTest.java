package io.schemamemory.operator.webhooksecrets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.domain.signature.WebhookSecret;
import java.io.ByteArrayInputStream;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretInputTest {
  @ParameterizedTest
  @ValueSource(strings = {"hunter2", "hunter2\n", "hunter2\r\n"})
  void one_line_is_a_secret_with_or_without_its_end(String given) {
    assertThat(read(given)).isEqualTo(WebhookSecret.of("hunter2"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", " hunter2", "hunter2 \n", "hunter2\n\n", "hunter2\nmore\n"})
  void anything_else_is_refused_and_not_repeated(String given) {
    assertThatThrownBy(() -> read(given))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("on standard input, as one line")
        .hasMessageNotContaining("hunter2");
  }

  private static WebhookSecret read(String given) {
    return new SecretInput(new ByteArrayInputStream(given.getBytes(UTF_8)), Optional.empty())
        .read();
  }
}
