package io.schemamemory.planetscale.api;

import io.schemamemory.planetscale.api.resource.Cursor;
import org.jspecify.annotations.Nullable;

/// Which page of a list is wanted, and how long it may be.
///
/// @param cursor what the page before gave, or nothing for the first page
/// @param size at most this many items
public record PageRequest(@Nullable Cursor cursor, int size) {
  /// The most PlanetScale gives in one page.
  public static final int LARGEST = 100;

  public PageRequest {
    if (size < 1 || size > LARGEST) {
      throw new IllegalArgumentException("a page has 1 to " + LARGEST + " items");
    }
  }

  /// The first page, as long as may be.
  public static PageRequest first() {
    return new PageRequest(null, LARGEST);
  }

  /// The page a cursor leads to, as long as may be.
  public static PageRequest at(Cursor cursor) {
    return new PageRequest(cursor, LARGEST);
  }
}
