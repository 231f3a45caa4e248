package io.schemamemory.planetscale;

import static io.schemamemory.planetscale.Bodies.body;
import static io.schemamemory.planetscale.Bodies.branch;
import static io.schemamemory.planetscale.Bodies.event;
import static io.schemamemory.planetscale.Bodies.reason;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Bytes that are no JSON the memory could hold, where they are needed; elsewhere they cost their
/// field only.
class JsonTextTest {
  private static final String UNREADABLE = "resource.name holds a character that cannot be read";

  private static String named(String name) {
    return branch("").replace("\"main\"", "\"" + name + "\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hunter2 caf\u00e9", // Latin-1
        "hunter2 \u00e2\u0082", // a character cut off
        "hunter2 \u00c0\u0080", // NUL, longer than need be
        "hunter2 \u00ed\u00a0\u0080" // half a surrogate pair
      })
  void bytes_that_are_no_utf8_are_refused_where_they_are_needed(String bytes) {
    assertThat(reason(named(bytes).getBytes(ISO_8859_1))).isEqualTo(UNREADABLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hunter2\\u0000", "\\\\\\u0000", "hunter2\0"})
  void a_nul_is_refused_where_it_is_needed(String name) {
    assertThat(reason(named(name))).isEqualTo(UNREADABLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hunter2\\ud83d", "\\ude00hunter2", "\\ude00\\ud83d", "\\ud83dx\\ude00"})
  void half_a_surrogate_pair_is_refused_where_it_is_needed(String name) {
    assertThat(reason(named(name))).isEqualTo(UNREADABLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\ud83d\\ude00", "😀", "\\\\u0000", "é"})
  void whole_characters_are_read(String name) {
    assertThat(event(branch(",\"parent_branch\":\"" + name + "\"")).known()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hunter2",
        "{\"a\":hunter2}",
        "{'a':1}",
        "{\"a\":1",
        "{\"a\":\"hunter2",
        "{\"a\":1,}",
        "{\"a\":NaN}",
        "{\"a\":01}",
        "{\"a\":1}hunter2",
        "{\"a\":1 /* hunter2 */}"
      })
  void what_is_not_well_formed_is_refused(String body) {
    assertThat(reason(body)).matches("the body is not well-formed JSON, near character \\d+");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nb", "a\tb", "a\u001bb"})
  void control_characters_that_are_not_escaped_are_read(String notes) {
    assertThat(event("\ufeff" + branch(",\"notes\":\"" + notes + "\"")).known()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", " {\"event\":\"hunter2\"}", "[]", "7", "\"hunter2\"", "null"})
  void what_another_value_follows_is_refused(String another) {
    assertThat(reason(branch("") + another)).isEqualTo("the body holds more than one JSON value");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "[]", "[{\"event\":\"hunter2\"}]", "\"hunter2\"", "7", "null"})
  void what_is_not_an_object_is_refused(String body) {
    assertThat(reason(body)).isEqualTo("the body is not a JSON object");
  }

  @ParameterizedTest
  @CsvSource({"100001, [, ]", "1000000, [, ]", "200000, '{\"a\":', }"})
  void what_is_nested_too_deep_is_refused(int deep, String opening, String closing) {
    String nested = opening.repeat(deep) + "0" + closing.repeat(deep);

    assertThat(reason("{\"resource\":" + nested + "}")).isEqualTo("the body is nested too deep");
  }

  @ParameterizedTest
  @ValueSource(ints = {6, 60, 63})
  void what_planetscale_might_nest_is_read(int deep) {
    String nested = "[".repeat(deep - 1) + "]".repeat(deep - 1);

    assertThat(event(body("branch.teleported", "{\"a\":" + nested + "}")).known()).isFalse();
  }
}
