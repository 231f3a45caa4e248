package io.schemamemory.planetscale.api.resource;

import java.util.List;
import java.util.Optional;

/// One page of a list.
///
/// @param next where the next page begins; empty on the last page
public record Page<T>(List<Item<T>> items, Optional<Cursor> next) {
  public Page {
    items = List.copyOf(items);
  }
}
