package io.schemamemory.planetscale.api.resource;

import org.jspecify.annotations.Nullable;

/// One thing PlanetScale told, with the bytes it was told in: what cannot be read loses neither
/// itself nor its neighbours.
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

  /// It was read.
  record Read<T>(T value, Raw raw) implements Item<T> {}

  /// It cannot be read by this version.
  ///
  /// @param id its id, if that much can be read
  /// @param reason repeats nothing of it but names of fields
  record Unreadable<T>(@Nullable String id, String reason, Raw raw) implements Item<T> {}
}
