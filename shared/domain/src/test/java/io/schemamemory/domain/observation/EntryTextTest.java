package io.schemamemory.domain.observation;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.domain.event.ActorId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntryTextTest {
  private static final ActorId JANE = new ActorId("User", "a1");
  private static final ActorId TOKEN = new ActorId("ServiceToken", "a1");

  @ParameterizedTest
  @CsvSource({"{1}, {{1}}", "a{b, a{{b", "}}, }}}}", "plain, plain"})
  void the_braces_of_a_payload_are_doubled(String payload, String template) {
    assertThat(EntryText.EMPTY.quoted(payload).template()).isEqualTo(template);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\nb",
        "a\r\nb",
        "a\tb",
        "a\u001bb",
        "a\u0000b",
        "a\u007fb", // control characters
        "a\u202eb",
        "a\u2066b",
        "a\u200fb", // directions
        "a\u200bb",
        "a\ufeffb",
        "a\u00adb", // not to be seen
        "\u001ba\u202eb\n"
      })
  void what_hides_text_or_moves_the_cursor_becomes_one_space(String payload) {
    assertThat(EntryText.EMPTY.quoted(payload).template()).isEqualTo("a b");
  }

  @Test
  void letters_of_any_script_stay() {
    assertThat(EntryText.EMPTY.quoted("größe 表 😀 جدول").template()).isEqualTo("größe 表 😀 جدول");
  }

  @Test
  void the_same_person_keeps_the_same_mark() {
    EntryText text = EntryText.EMPTY.person(JANE).words(" and ").person(TOKEN).words(", ");

    EntryText again = text.person(JANE);

    assertThat(again.template()).isEqualTo("{1} and {2}, {1}");
    assertThat(again.people()).containsExactly(JANE, TOKEN);
  }

  @Test
  void a_missing_person_adds_neither_words_nor_a_mark() {
    EntryText text = EntryText.EMPTY.words("queued");

    assertThat(text.personAfter(" by ", null)).isEqualTo(text);
    assertThat(text.personAfter(" by ", JANE).template()).isEqualTo("queued by {1}");
  }

  @ParameterizedTest
  @CsvSource({
    "no key, failed: no key",
    "no key., failed: no key",
    "{1}, failed: {{1}}",
    ", failed"
  })
  void a_reason_ends_without_a_full_stop_of_its_own(@Nullable String reason, String expected) {
    assertThat(EntryText.EMPTY.words("failed").explained(reason).template()).isEqualTo(expected);
  }

  @Test
  void a_long_reason_is_cut_between_two_characters() {
    String text = EntryText.EMPTY.explained("😀".repeat(501)).template();

    assertThat(text).isEqualTo(": " + "😀".repeat(500) + "…");
    assertThat(EntryText.EMPTY.explained("😀".repeat(500)).template()).endsWith("😀");
  }

  @Test
  void each_of_several_reasons_is_told_and_the_sixth_counted() {
    assertThat(EntryText.EMPTY.explained(List.of("a.", "b", "{c}")).template())
        .isEqualTo(": a; b; {{c}}");
    assertThat(EntryText.EMPTY.explained(List.of("a", "b", "c", "d", "e", "f", "g")).template())
        .isEqualTo(": a; b; c; d; e; and 2 more");
    assertThat(EntryText.EMPTY.explained(List.of()).template()).isEmpty();
  }

  @Test
  void several_reasons_together_are_no_longer_than_one() {
    String text = EntryText.EMPTY.explained(List.of("x".repeat(501), "y".repeat(501))).template();

    assertThat(text).isEqualTo(": " + "x".repeat(250) + "…; " + "y".repeat(250) + "…");
  }

  @Test
  void nothing_to_quote_adds_nothing() {
    assertThat(EntryText.EMPTY.words("a").quotedAfter(" of ", null).template()).isEqualTo("a");
    assertThat(EntryText.EMPTY.words("a").quotedAfter(" of ", "{b").template())
        .isEqualTo("a of {{b");
  }
}
