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

/// Bytes that are no JSON the memory could hold.
class JsonTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "hunter2 caf\u00e9", // Latin-1
        "hunter2 \u00e2\u0082", // a character cut off
        "hunter2 \u00c0\u0080", // NUL, longer than need be
        "hunter2 \u00ed\u00a0\u0080" // half a surrogate pair
      })
  void bytes_that_are_no_utf8_are_refused(String bytes) {
    assertThat(reason(body("branch.ready", "\"" + bytes + "\"").getBytes(ISO_8859_1)))
        .isEqualTo("the body is not valid UTF-8");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"hunter2\\u0000\"",
        "[{\"a\":\"\\u0000\"}]",
        "{\"\\u0000\":1}",
        "\"\\\\\\u0000\""
      })
  void a_nul_anywhere_is_refused(String resource) {
    assertThat(reason(body("branch.ready", resource)))
        .isEqualTo("the body holds the character U+0000, which PostgreSQL refuses");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"hunter2\\ud83d\"",
        "\"\\ude00hunter2\"",
        "\"\\ude00\\ud83d\"",
        "\"\\ud83dx\\ude00\"",
        "{\"\\ud83d\":1}"
      })
  void half_a_surrogate_pair_is_refused(String resource) {
    assertThat(reason(body("branch.ready", resource)))
        .isEqualTo("the body holds half a surrogate pair");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\ud83d\\ude00", "😀", "\\\\u0000", "é"})
  void whole_characters_are_read(String name) {
    assertThat(event(branch(",\"parent_branch\":\"" + name + "\"")).known()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"event\":\"hunter2\",\"event\":\"b\"}",
        "{\"event\":\"hunter2\",\"\\u0065vent\":\"b\"}",
        "{\"resource\":{\"a\":[{\"id\":\"hunter2\",\"id\":null}]}}",
        "hunter2",
        "{\"a\":hunter2}",
        "{'a':1}",
        "{\"a\":1",
        "{\"a\":\"hunter2",
        "{\"a\":1,}",
        "{\"a\":NaN}",
        "{\"a\":01}",
        "{\"a\":\"hunter2\nhunter2\"}",
        "{\"a\":1}hunter2",
        "{\"a\":1 /* hunter2 */}"
      })
  void what_is_not_well_formed_or_has_a_key_twice_is_refused(String body) {
    assertThat(reason(body))
        .matches("the body is not well-formed JSON, or has a key twice, near character \\d+");
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
  @CsvSource({"65, [, ]", "10000, [, ]", "1000000, [, ]", "10000, '{\"a\":', }"})
  void what_is_nested_too_deep_is_refused(int deep, String opening, String closing) {
    String nested = opening.repeat(deep) + "0" + closing.repeat(deep);

    assertThat(reason("{\"resource\":" + nested + "}"))
        .isEqualTo("the body is nested too deep or holds too long a value");
  }

  @ParameterizedTest
  @ValueSource(ints = {6, 60, 63})
  void what_planetscale_might_nest_is_read(int deep) {
    String nested = "[".repeat(deep - 1) + "]".repeat(deep - 1);

    assertThat(event(body("branch.teleported", "{\"a\":" + nested + "}")).known()).isFalse();
  }
}
