package io.schemamemory.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
        .hasMessage("URL is malformed: set it to a URL");
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
