package io.schemamemory.domain.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSecretTest {
  @Test
  void the_fingerprint_is_the_first_16_hex_digits_of_its_sha256() {
    // SHA-256 of "abc", the example of FIPS 180-2.
    assertThat(WebhookSecret.of("abc").fingerprint()).isEqualTo("ba7816bf8f01cfea");
  }

  @Test
  void printing_it_shows_only_the_fingerprint() {
    assertThat(WebhookSecret.of("abc")).hasToString("WebhookSecret[ba7816bf8f01cfea]");
  }

  @Test
  void the_same_text_is_the_same_secret_and_can_be_written_again() {
    assertThat(WebhookSecret.of("añc")).isEqualTo(WebhookSecret.of("añc"));
    assertThat(WebhookSecret.of("añc")).isNotEqualTo(WebhookSecret.of("abc"));
    assertThat(WebhookSecret.of("añc").reveal()).isEqualTo("añc");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n", "secret\n", " secret"})
  void a_blank_one_or_one_with_white_space_around_it_is_refused(String text) {
    assertThatThrownBy(() -> WebhookSecret.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a webhook secret has no white space around it");
  }
}
