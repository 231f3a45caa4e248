package io.schemamemory.domain.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A text for which there is no room is cut between characters.
class BeginningTest {
  /// A family of four is one character of 25 bytes; so is a letter with its marks, and a flag.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u5c71",
        "\ud83d\ude00",
        "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67\u200d\ud83d\udc66",
        "e\u0301\u0323",
        "\ud83c\udde9\ud83c\uddea",
        "a"
      })
  void only_whole_characters_are_kept(String character) {
    String text = character.repeat(300);
    int bytes = character.getBytes(UTF_8).length;

    assertThat(Beginning.ofBytes(text, 255)).isEqualTo(character.repeat(255 / bytes));
    int letters = character.codePointCount(0, character.length());
    assertThat(Beginning.ofLetters(text, 100)).isEqualTo(character.repeat(100 / letters));
  }

  @Test
  void a_text_that_fits_stays() {
    String fits = "\u5c71".repeat(85);
    assertThat(Beginning.ofBytes(fits, 255)).isSameAs(fits);
    assertThat(Beginning.ofLetters(fits, 85)).isSameAs(fits);
  }

  @Test
  void a_character_without_an_end_is_cut_between_code_points() {
    String endless = "a" + "\u0301".repeat(1000);
    assertThat(Beginning.ofBytes(endless, 255)).hasSize(128).isEqualTo(endless.substring(0, 128));
    String pairs = "\ud83d\udc68" + "\u200d\ud83d\udc68".repeat(1000);
    assertThat(UTF_8.newEncoder().canEncode(Beginning.ofBytes(pairs, 255))).isTrue();
    assertThat(UTF_8.newEncoder().canEncode(Beginning.ofBytes(pairs, 254))).isTrue();
  }
}
