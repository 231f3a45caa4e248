package io.schemamemory.domain.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\u009bb",
        "a\u202eb",
        "a\r\n\tb",
        "a\u0085b",
        "a\u0090b",
        "a\u2028b",
        "a\u2029b"
      })
  void control_characters_beyond_ascii_and_line_separators_become_a_space(String payload) {
    assertThat(PlainText.of(payload)).isEqualTo("a b");
  }

  @Test
  void the_joiners_of_names_and_emoji_stay() {
    assertThat(PlainText.of("\u0646\u0645\u06cc\u200c\u062f\u0627\u0646\u0645")).contains("\u200c");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a -- why\nb", "a -- why\r\nb", "\na -- why\nb\n", "a -- why\nb\u001b"})
  void lines_stay_where_a_comment_ends_with_its_line(String ddl) {
    assertThat(PlainText.lines(ddl)).isEqualTo("a -- why\nb");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u001bb", "a\u202eb", "a\u2028b", "a\rb"})
  void nothing_else_that_moves_a_cursor_stays_in_lines(String ddl) {
    assertThat(PlainText.lines(ddl)).isEqualTo("a b");
  }
}
