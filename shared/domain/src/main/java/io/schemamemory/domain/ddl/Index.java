package io.schemamemory.domain.ddl;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An index as a statement defines it; a unique constraint is a unique index.
///
/// @param name none if the database chooses it
/// @param parts what it is made of: `email`, `email(20) DESC`, `(lower(email))`
/// @param visible whether queries use it
public record Index(@Nullable String name, Kind kind, List<String> parts, boolean visible) {
  public Index {
    parts = List.copyOf(parts);
  }

  /// A visible index.
  public Index(@Nullable String name, Kind kind, List<String> parts) {
    this(name, kind, parts, true);
  }

  /// What an index is for.
  public enum Kind {
    PLAIN,
    UNIQUE,
    FULLTEXT,
    SPATIAL,
    VECTOR
  }
}
