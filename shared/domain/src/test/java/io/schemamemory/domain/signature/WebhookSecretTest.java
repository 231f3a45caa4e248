package io.schemamemory.domain.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  @ParameterizedTest
  @CsvSource({
    "'\uFEFFhunter2', character 1 is U+FEFF BYTE ORDER MARK",
    "'hunter2\u200B', character 8 is U+200B ZERO WIDTH SPACE",
    "'hunter2\u00A0', character 8 is U+00A0 NO-BREAK SPACE",
    "'hun\u00A0ter2', character 4 is U+00A0 NO-BREAK SPACE",
    "'hun\tter2', character 4 is U+0009 CHARACTER TABULATION",
    "'hun\nter2', character 4 is U+000A LINE FEED (LF)",
    "'hun\u0000ter2', character 4 is U+0000 NULL",
    "'hun\u00ADter2', character 4 is U+00AD SOFT HYPHEN",
    "'hun\u202Eter2', character 4 is U+202E RIGHT-TO-LEFT OVERRIDE",
    "'hun\u2060ter2', character 4 is U+2060 WORD JOINER",
    "'hun\uFE0Fter2', character 4 is U+FE0F VARIATION SELECTOR-16",
    "'hun\u3164ter2', character 4 is U+3164 HANGUL FILLER",
    "'hun\uFFFDter2', character 4 is U+FFFD REPLACEMENT CHARACTER",
    "'hun\uD800ter2', character 4 is U+D800 HIGH SURROGATES D800",
    "'é😀\u2028ter2', character 3 is U+2028 LINE SEPARATOR"
  })
  void one_with_a_character_nobody_sees_is_refused_by_its_place(String text, String found) {
    assertThatThrownBy(() -> WebhookSecret.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(found)
        .hasMessageNotContaining("ter2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "añc", "the next one", "表😀", "~!@#$%^&*()"})
  void one_that_can_be_seen_is_taken(String text) {
    assertThat(WebhookSecret.of(text).reveal()).isEqualTo(text);
  }
}
