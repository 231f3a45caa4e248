package io.schemamemory.planetscale.api;

import io.schemamemory.planetscale.UnreadableException;
import io.schemamemory.planetscale.api.ApiRequest.Decoder;
import io.schemamemory.planetscale.api.resource.Cursor;
import io.schemamemory.planetscale.api.resource.Item;
import io.schemamemory.planetscale.api.resource.ListBody;
import io.schemamemory.planetscale.api.resource.Page;
import io.schemamemory.planetscale.api.resource.Raw;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// PlanetScale's two kinds of paged lists. A page that does not say whether more follow, or leads
/// back, is rejected: its end would be taken for the list's, or the list would never end.
final class PagedLists {
  private static final Pattern ID = Pattern.compile("[\\w-]{1,255}");
  private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,8}");

  private PagedLists() {}

  /// A page leads back, or on without saying where.
  static final class LeadsBackException extends UnreadableException {
    private static final long serialVersionUID = 1L;

    LeadsBackException(String reason) {
      super(reason);
    }
  }

  /// The audit log's kind: a cursor is the id of the last item.
  static String cursorQuery(PageRequest page) {
    @Nullable Cursor cursor = page.cursor();
    String after = cursor == null ? "" : "&starting_after=" + ApiCall.encode(cursor.value());
    return "?limit=" + page.size() + after;
  }

  /// The kind of all other lists: a cursor is the number of a page.
  static String numberQuery(PageRequest page) {
    return "?page=" + number(page) + "&per_page=" + page.size();
  }

  static <T> Decoder<Page<T>> byCursor(PageRequest request, Function<Raw, Item<T>> reader) {
    return body -> {
      ListBody list = ListBody.of(body);
      boolean more = flag(list, "has_next");
      return page(list, reader, more ? Optional.of(after(list, request)) : Optional.empty());
    };
  }

  static <T> Decoder<Page<T>> byNumber(PageRequest request, Function<Raw, Item<T>> reader) {
    return body -> {
      ListBody list = ListBody.of(body);
      @Nullable String next = list.stated("next_page");
      return page(list, reader, next == null ? Optional.empty() : Optional.of(page(next, request)));
    };
  }

  private static <T> Page<T> page(
      ListBody list, Function<Raw, Item<T>> reader, Optional<Cursor> next) {
    List<Item<T>> items = list.items().stream().map(reader).toList();
    return new Page<>(items, next);
  }

  private static boolean flag(ListBody list, String name) throws UnreadableException {
    @Nullable String flag = list.stated(name);
    if (flag == null || !flag.matches("true|false")) {
      throw new UnreadableException("its " + name + " is neither true nor false");
    }
    return flag.equals("true");
  }

  private static Cursor after(ListBody list, PageRequest request) throws UnreadableException {
    @Nullable String last = list.stated("cursor_end");
    if (last == null || !ID.matcher(last).matches()) {
      throw new LeadsBackException("more follows, but it does not say after what");
    }
    return forward(new Cursor(last), new Cursor(last).equals(request.cursor()));
  }

  private static Cursor page(String next, PageRequest request) throws UnreadableException {
    if (!NUMBER.matcher(next).matches()) {
      throw new UnreadableException("its next_page is no number of a page");
    }
    return forward(new Cursor(next), Integer.parseInt(next) <= number(request));
  }

  private static Cursor forward(Cursor next, boolean back) throws UnreadableException {
    if (back) {
      throw new LeadsBackException("it is a page that was given before");
    }
    return next;
  }

  private static int number(PageRequest page) {
    return page.cursor() == null ? 1 : Integer.parseInt(page.cursor().value());
  }
}
