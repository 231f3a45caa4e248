package io.schemamemory.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentTest {
  private static final Environment NOTHING = new Environment(Map.of());

  @Test
  void a_set_variable_is_parsed() {
    Environment environment = new Environment(Map.of("PORT", "8080"));

    int required = environment.required("PORT", "a port", Integer::parseInt);
    int optional = environment.optional("PORT", "a port", Integer::parseInt, 1);

    assertThat(required).isEqualTo(8080);
    assertThat(optional).isEqualTo(8080);
    assertThat(environment.isSet("PORT")).isTrue();
  }

  @Test
  void a_missing_variable_is_named_with_its_form() {
    assertThatThrownBy(() -> NOTHING.required("PORT", "a port", Integer::parseInt))
        .isInstanceOf(SettingException.class)
        .hasMessage("PORT is missing: set it to a port");
    assertThat(NOTHING.isSet("PORT")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n"})
  void a_blank_variable_is_missing(String blank) {
    Environment environment = new Environment(Map.of("PORT", blank));

    assertThatThrownBy(() -> environment.required("PORT", "a port", Integer::parseInt))
        .isInstanceOf(SettingException.class)
        .hasMessage("PORT is missing: set it to a port");
    assertThat(environment.isSet("PORT")).isFalse();
    int optional = environment.optional("PORT", "a port", Integer::parseInt, 1);
    assertThat(optional).isEqualTo(1);
  }

  @Test
  void a_malformed_variable_is_named_without_its_value() {
    Environment environment = new Environment(Map.of("PORT", "hunter2"));

    assertThatThrownBy(() -> environment.required("PORT", "a port", Integer::parseInt))
        .isInstanceOf(SettingException.class)
        .hasMessage("PORT is malformed: set it to a port")
        .hasNoCause()
        .hasNoSuppressedExceptions();
  }

  @Test
  void a_malformed_optional_variable_is_refused() {
    Environment environment = new Environment(Map.of("URL", "http://hunter2 "));

    assertThatThrownBy(
            () -> environment.optional("URL", "a URL", URI::create, URI.create("http://a")))
        .isInstanceOf(SettingException.class)
        .hasMessage("URL is malformed: its character 15 is U+0020 SPACE. Set it to a URL");
  }

  @ParameterizedTest
  @CsvSource({
    "'\uFEFF8080', character 1 is U+FEFF BYTE ORDER MARK",
    "'80\u200B80', character 3 is U+200B ZERO WIDTH SPACE",
    "'8080\u00A0', character 5 is U+00A0 NO-BREAK SPACE",
    "'80\u000080', character 3 is U+0000 NULL",
    "'80\uFFFD80', character 3 is U+FFFD REPLACEMENT CHARACTER",
    "'80\u202E80', character 3 is U+202E RIGHT-TO-LEFT OVERRIDE",
    "'8080\u3164', character 5 is U+3164 HANGUL FILLER",
    "'\u280080', character 1 is U+2800 BRAILLE PATTERN BLANK",
    "'8080\uFE0F', character 5 is U+FE0F VARIATION SELECTOR-16",
    "'80\u034F80', character 3 is U+034F COMBINING GRAPHEME JOINER",
    "'80\uF8FF80', character 3 is U+F8FF PRIVATE USE AREA F8FF"
  })
  void a_character_nobody_sees_is_refused_by_its_place_in_every_setting(
      String value, String found) {
    Environment environment = new Environment(Map.of("PORT", value));

    assertThatThrownBy(() -> environment.required("PORT", "a port", Function.identity()))
        .isInstanceOf(SettingException.class)
        .hasMessage("PORT is malformed: its " + found + ". Set it to a port");
  }

  @ParameterizedTest
  @CsvSource({
    "'8080\n', character 5 is U+000A LINE FEED (LF)",
    "'8080\r\n', character 5 is U+000D CARRIAGE RETURN (CR)",
    "'\t8080', character 1 is U+0009 CHARACTER TABULATION"
  })
  void white_space_at_an_end_is_named_where_it_is_what_is_wrong(String value, String found) {
    Environment environment = new Environment(Map.of("PORT", value));

    assertThatThrownBy(() -> environment.required("PORT", "a port", Integer::parseInt))
        .hasMessage("PORT is malformed: its " + found + ". Set it to a port");
  }

  @Test
  void white_space_at_an_end_is_not_blamed_for_another_mistake() {
    Environment environment = new Environment(Map.of("PORT", "hunter2\n"));

    assertThatThrownBy(() -> environment.required("PORT", "a port", Integer::parseInt))
        .hasMessage("PORT is malformed: set it to a port");
  }

  @Test
  void a_value_of_several_lines_is_for_its_parser() {
    Environment environment = new Environment(Map.of("DOCUMENT", "{\n\t\"é\": \"表😀\"\r\n}\n"));

    assertThat(environment.required("DOCUMENT", "a document", String::length)).isEqualTo(17);
  }

  @Test
  void a_parser_may_say_which_part_is_wrong() {
    Environment environment = new Environment(Map.of("URL", "hunter2"));

    assertThatThrownBy(
            () ->
                environment.required(
                    "URL",
                    "a URL",
                    _ -> {
                      throw new MalformedValueException("it has no host");
                    }))
        .hasMessage("URL is malformed: it has no host. Set it to a URL")
        .hasNoCause();
  }

  @Test
  void an_absent_optional_variable_has_its_default() {
    String name = NOTHING.optional("NAME", "a name", Function.identity(), "default");

    assertThat(name).isEqualTo("default");
  }

  @Test
  void printing_shows_names_only() {
    assertThat(new Environment(Map.of("PASSWORD", "hunter2"))).hasToString("Environment[PASSWORD]");
  }
}
