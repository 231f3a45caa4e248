package io.schemamemory.planetscale.api;

import io.schemamemory.planetscale.api.resource.Cursor;
import org.jspecify.annotations.Nullable;

/// Which page of a list to read, and its size.
///
/// @param cursor what the previous page gave; null for the first page
/// @param size the most items to return
public record PageRequest(@Nullable Cursor cursor, int size) {
  /// The most items PlanetScale returns in one page.
  public static final int LARGEST = 100;

  public PageRequest {
    if (size < 1 || size > LARGEST) {
      throw new IllegalArgumentException("a page has 1 to " + LARGEST + " items");
    }
  }

  /// The first page, of the largest size.
  public static PageRequest first() {
    return new PageRequest(null, LARGEST);
  }

  /// The page at a cursor, of the largest size.
  public static PageRequest at(Cursor cursor) {
    return new PageRequest(cursor, LARGEST);
  }
}
