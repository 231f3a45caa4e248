package io.schemamemory.domain.ddl;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The SQL a database speaks.
public enum Dialect {
  MYSQL,
  POSTGRESQL;

  /// The dialect of an engine; none of an engine this version does not know.
  ///
  /// @param engine in PlanetScale's word, such as `postgresql`; null if the body does not say,
  ///     which is
  ///     Vitess's then: no other engine has deploy requests
  public static Optional<Dialect> ofEngine(@Nullable String engine) {
    return switch (engine == null ? "" : engine.strip().toLowerCase(Locale.ROOT)) {
      case "", "mysql", "vitess" -> Optional.of(MYSQL);
      case "postgresql", "postgres" -> Optional.of(POSTGRESQL);
      default -> Optional.empty();
    };
  }

  /// What all spellings of one column's name have in common.
  ///
  /// MySQL and Vitess compare letter by letter in lower case, whatever the locale: `İd` is `id`,
  /// `ıd` and `é` are not. `String.toLowerCase` would also look at a letter's neighbours.
  public String columnKey(String name) {
    return switch (this) {
      case MYSQL ->
          name.codePoints()
              .map(Character::toLowerCase)
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              .toString();
      // PostgreSQL folds what is not quoted when it reads a statement, and nothing afterwards.
      case POSTGRESQL -> name;
    };
  }
}
