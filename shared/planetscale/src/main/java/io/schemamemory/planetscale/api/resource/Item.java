package io.schemamemory.planetscale.api.resource;

import org.jspecify.annotations.Nullable;

/// One item of a reply, with its exact bytes: an item that cannot be read is kept, and so are its
/// neighbours.
public sealed interface Item<T> {
  /// The exact bytes, or [Raw#WITHHELD].
  Raw raw();

  /// The same without its bytes.
  default Item<T> withoutRaw() {
    return switch (this) {
      case Read<T>(T value, Raw _) -> new Read<>(value, Raw.WITHHELD);
      case Unreadable<T>(@Nullable String id, String reason, Raw _) ->
          new Unreadable<>(id, reason, Raw.WITHHELD);
    };
  }

  /// An item that was read.
  record Read<T>(T value, Raw raw) implements Item<T> {}

  /// An item this release cannot read.
  ///
  /// @param id its id, if it has a readable one
  /// @param reason names fields, repeats no values
  record Unreadable<T>(@Nullable String id, String reason, Raw raw) implements Item<T> {}
}
