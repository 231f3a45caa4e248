package io.schemamemory.planetscale.api.resource;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.planetscale.UnreadableException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListBodyTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{ \"a\" : [1, {\"b\": \"]}\"}] }",
        "{\"name\":\"Zoë 😀 \\\" \\u0000 \\ud83d\"}",
        "{\"a\":1,\"a\":2}",
        "\"text, ]\"",
        "\"\"",
        "7",
        "-1.5e400",
        "null",
        "true",
        "[]",
        "[[{}]]"
      })
  void an_item_is_cut_out_byte_by_byte_whatever_stands_around_it(String item)
      throws UnreadableException {
    String items = " [ " + item + ",{\"x\":1} ,\n" + item + " ] ";

    ListBody list =
        ListBody.of(raw(" {\"ü\":{\"data\":[0]}, \"data\" :" + items + ",\"next_page\":2} "));

    assertThat(list.items()).containsExactly(raw(item), raw("{\"x\":1}"), raw(item));
    assertThat(list.stated("next_page")).isEqualTo("2");
  }

  @Test
  void bytes_that_are_no_utf8_spoil_their_own_item_alone() throws UnreadableException {
    byte[] body =
        "{\"data\":[{\"a\":\"ok\"},{\"id\":\"odd\",\"b\":\"\u00e9\u0080\"},{}]}"
            .getBytes(ISO_8859_1);

    ListBody list = ListBody.of(Raw.of(body));

    assertThat(list.items())
        .containsExactly(
            raw("{\"a\":\"ok\"}"),
            Raw.of("{\"id\":\"odd\",\"b\":\"\u00e9\u0080\"}".getBytes(ISO_8859_1)),
            raw("{}"));
    assertThat(ListBody.member(list.items().get(1), "id")).isEqualTo("odd");
  }

  @Test
  void an_item_of_great_length_is_cut_out_too() throws UnreadableException {
    String item =
        "{\"%s\":\"%s\",\"n\":%s}"
            .formatted("k".repeat(100_000), "v".repeat(3_000_000), "9".repeat(5_000));

    assertThat(ListBody.of(raw("{\"data\":[{}," + item + ",{}]}")).items())
        .containsExactly(raw("{}"), raw(item), raw("{}"));
  }

  @Test
  void an_empty_list_has_no_items() throws UnreadableException {
    assertThat(ListBody.of(raw("{\"data\":[],\"has_next\":false}")))
        .isEqualTo(new ListBody(Map.of("has_next", "false"), List.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"data\":null}",
        "{\"data\":\"[]\"}",
        "{\"data\":{}}",
        "{\"Data\":[]}",
        "{\"list\":{\"data\":[]}}"
      })
  void what_has_no_items_is_no_empty_list(String body) {
    assertThatThrownBy(() -> ListBody.of(raw(body)))
        .isInstanceOf(UnreadableException.class)
        .hasMessage("the body is no list: it has no data");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                        | the body is not a JSON object",
        "[]                        | the body is not a JSON object",
        "null                      | the body is not a JSON object",
        "<html></html>             | the body is not well-formed JSON, or cut short",
        "{\"data\":[{\"a\":1},     | the body is not well-formed JSON, or cut short",
        "{\"data\":[{\"a\":1}]     | the body is not well-formed JSON, or cut short",
        "{\"data\":[{\"a\":\"1     | the body is not well-formed JSON, or cut short",
        "{\"data\":[]              | the body is not well-formed JSON, or cut short",
        "{\"data\":[],             | the body is not well-formed JSON, or cut short",
        "{\"data\":[]}{}           | the body holds more than one JSON value",
        "{\"data\":[hunter2]}      | the body is not well-formed JSON, or cut short"
      })
  void what_is_no_whole_json_object_is_no_list(String body, String reason) {
    assertThatThrownBy(() -> ListBody.of(raw(body)))
        .isInstanceOf(UnreadableException.class)
        .hasMessage(reason);
  }

  @ParameterizedTest
  @ValueSource(ints = {2000, 1_000_000})
  void a_depth_that_is_somebodys_experiment_is_refused(int depth) {
    assertThatThrownBy(() -> ListBody.of(raw("{\"data\":[" + "[".repeat(depth))))
        .isInstanceOf(UnreadableException.class);
  }

  private static Raw raw(String text) {
    return Raw.of(text.getBytes(UTF_8));
  }
}
