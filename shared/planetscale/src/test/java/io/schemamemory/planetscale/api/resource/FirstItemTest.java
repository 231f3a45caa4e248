package io.schemamemory.planetscale.api.resource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FirstItemTest {
  private static final String ITEM = "{\"id\":\"e1\",\"audit_action\":\"a.b\",\"x\":\"";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"list\",\"has_next\":true,\"cursor_end\":\"e1\",\"data\":[",
        "{\"data\":[",
        "{\"other\":{\"data\":[{\"id\":\"no\"}]}, \"data\" : [ "
      })
  void the_beginning_of_a_page_tells_which_entry_it_is(String before) {
    FirstItem item = FirstItem.of(raw(before + ITEM + "y".repeat(100_000))).orElseThrow();

    assertThat(item.id()).isEqualTo("e1");
    assertThat(item.isLast()).isFalse();
    assertThat(item.beginning().length()).isEqualTo(64 * 1024);
    assertThat(new String(item.beginning().bytes(), UTF_8)).startsWith(ITEM);
  }

  @Test
  void the_last_entry_is_known_as_such() {
    assertThat(FirstItem.of(raw("{\"has_next\":false,\"data\":[" + ITEM)).orElseThrow().isLast())
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{\"data\":[",
        "{\"data\":[{\"x\":\"yyy",
        "{\"data\":[{\"x\":\"y\",\"id\":\"cut",
        "{\"data\":[{\"id\":\"../no\",\"x\":\"",
        "{\"data\":[{\"id\":null,\"x\":\""
      })
  void a_beginning_that_does_not_go_as_far_tells_none(String page) {
    assertThat(FirstItem.of(raw(page))).isEmpty();
  }

  private static Raw raw(String text) {
    return Raw.of(text.getBytes(UTF_8));
  }
}
