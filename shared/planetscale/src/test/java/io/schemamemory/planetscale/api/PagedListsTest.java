package io.schemamemory.planetscale.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.planetscale.UnreadableException;
import io.schemamemory.planetscale.api.resource.Cursor;
import io.schemamemory.planetscale.api.resource.Item;
import io.schemamemory.planetscale.api.resource.Page;
import io.schemamemory.planetscale.api.resource.Raw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A page's end is never taken for the list's.
class PagedListsTest {
  private static final PageRequest AFTER_X1 = PageRequest.at(new Cursor("x1"));
  private static final PageRequest SECOND = PageRequest.at(new Cursor("2"));

  @Test
  void a_page_says_where_the_next_begins() throws UnreadableException {
    assertThat(byCursor(AFTER_X1, "\"has_next\":true,\"cursor_end\":\"x2\"").next())
        .contains(new Cursor("x2"));
    assertThat(byNumber(SECOND, "\"next_page\":3").next()).contains(new Cursor("3"));
  }

  @Test
  void the_last_page_says_that_it_is() throws UnreadableException {
    assertThat(byCursor(AFTER_X1, "\"has_next\":false,\"cursor_end\":\"x2\"").next()).isEmpty();
    assertThat(byCursor(AFTER_X1, "\"has_next\":false,\"cursor_end\":null").next()).isEmpty();
    assertThat(byNumber(SECOND, "\"next_page\":null").next()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"cursor_end\":\"x2\"                        | the body does not say has_next",
        "\"has_next\":null,\"cursor_end\":\"x2\"      | its has_next is neither true nor false",
        "\"has_next\":\"yes\",\"cursor_end\":\"x2\"   | its has_next is neither true nor false",
        "\"has_next\":{\"a\":1},\"cursor_end\":\"x2\" | its has_next is neither true nor false",
        "\"has_next\":true                            | the body does not say cursor_end",
        "\"has_next\":true,\"cursor_end\":null        | more follows, but it does not say after what",
        "\"has_next\":true,\"cursor_end\":\"a b\"     | more follows, but it does not say after what",
        "\"has_next\":true,\"cursor_end\":\"x1\"      | it is a page that was given before"
      })
  void a_page_that_does_not_lead_on_is_not_read(String members, String reason) {
    assertThatThrownBy(() -> byCursor(AFTER_X1, members))
        .isInstanceOf(UnreadableException.class)
        .hasMessage(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"current_page\":2   | the body does not say next_page",
        "\"next_page\":\"\"   | its next_page is no number of a page",
        "\"next_page\":0      | its next_page is no number of a page",
        "\"next_page\":-1     | its next_page is no number of a page",
        "\"next_page\":2.5    | its next_page is no number of a page",
        "\"next_page\":9999999999 | its next_page is no number of a page",
        "\"next_page\":2      | it is a page that was given before",
        "\"next_page\":1      | it is a page that was given before"
      })
  void nor_is_one_with_a_number(String members, String reason) {
    assertThatThrownBy(() -> byNumber(SECOND, members))
        .isInstanceOf(UnreadableException.class)
        .hasMessage(reason);
  }

  @Test
  void what_is_asked_for_says_where_and_how_much() {
    assertThat(PagedLists.cursorQuery(PageRequest.first())).isEqualTo("?limit=100");
    assertThat(PagedLists.cursorQuery(new PageRequest(new Cursor("a&b=c"), 5)))
        .isEqualTo("?limit=5&starting_after=a%26b%3Dc");
    assertThat(PagedLists.numberQuery(PageRequest.first())).isEqualTo("?page=1&per_page=100");
    assertThat(PagedLists.numberQuery(SECOND)).isEqualTo("?page=2&per_page=100");
  }

  @Test
  void an_entrys_id_is_no_number_of_a_page() {
    assertThatThrownBy(() -> PagedLists.numberQuery(AFTER_X1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 101})
  void no_page_has_none_or_more_than_a_hundred_items(int size) {
    assertThatThrownBy(() -> new PageRequest(null, size))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_name_that_leads_elsewhere_is_no_name() {
    for (String name : new String[] {"", " ", ".", ".."}) {
      assertThatThrownBy(() -> ApiCall.path("organizations", name))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> new Cursor(" ")).isInstanceOf(IllegalArgumentException.class);
  }

  private static Page<Raw> byCursor(PageRequest asked, String members) throws UnreadableException {
    return PagedLists.byCursor(asked, PagedListsTest::same).decode(body(members));
  }

  private static Page<Raw> byNumber(PageRequest asked, String members) throws UnreadableException {
    return PagedLists.byNumber(asked, PagedListsTest::same).decode(body(members));
  }

  private static Item<Raw> same(Raw raw) {
    return new Item.Read<>(raw, raw);
  }

  private static Raw body(String members) {
    return Raw.of(("{\"data\":[{}]," + members.strip() + "}").getBytes(UTF_8));
  }
}
