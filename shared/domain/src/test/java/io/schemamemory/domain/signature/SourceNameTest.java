package io.schemamemory.domain.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceNameTest {
  @ParameterizedTest
  @ValueSource(strings = {"default", "a", "0", "shop-eu_1", "7-up"})
  void letters_digits_hyphens_and_underscores_are_a_name(String name) {
    assertThat(SourceName.isWellFormed(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Shop", "-shop", "_shop", "a b", "a/b", "a.b", "ä", "a\n", "٣"})
  void anything_else_is_none(String name) {
    assertThat(SourceName.isWellFormed(name)).isFalse();
  }

  @Test
  void it_has_63_characters_at_most_so_that_a_secret_of_64_is_never_taken_for_one() {
    assertThat(SourceName.isWellFormed("a".repeat(63))).isTrue();
    assertThat(SourceName.isWellFormed("a".repeat(64))).isFalse();
  }

  @Test
  void there_are_no_secrets_of_a_source_that_cannot_be_called_so() {
    SourceSecrets none = new SourceSecrets(List.of(), List.of());

    assertThatThrownBy(() -> new WebhookSecrets(Map.of("hunter 2", none)))
        .hasMessage("a source's name is " + SourceName.FORM);
  }
}
