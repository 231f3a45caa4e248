package io.schemamemory.planetscale.api.resource;

import java.util.Arrays;
import java.util.Optional;

/// The only item of a page that cannot be read, too long or malformed, by what the beginning
/// tells: where the item does not say its id, the page's cursor is the same.
///
/// @param id by which the next page is found
/// @param isLast whether the page said, before the item, that none follows
/// @param beginning the item's first bytes
public record FirstItem(String id, boolean isLast, Raw beginning) {
  /// Ids, actors, actions and times come first and are short.
  private static final int KEPT = 64 * 1024;

  /// Empty if the beginning goes neither as far as the item's id, nor tells the cursor.
  public static Optional<FirstItem> of(Raw page) {
    ListBody.Beginning read = ListBody.beginning(page);
    return read.id()
        .or(() -> Optional.ofNullable(read.members().get("cursor_end")))
        .filter(id -> id.matches("[\\w-]{1,255}"))
        .map(
            id ->
                new FirstItem(
                    id,
                    "false".equals(read.members().get("has_next")),
                    first(page.slice(read.itemBegins(), page.length()))));
  }

  private static Raw first(Raw item) {
    return item.length() <= KEPT ? item : Raw.of(Arrays.copyOf(item.bytes(), KEPT));
  }
}
