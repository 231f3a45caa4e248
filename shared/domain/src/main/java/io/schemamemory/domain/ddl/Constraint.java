package io.schemamemory.domain.ddl;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A rule a statement gives a table; what is unique is an [Index].
public sealed interface Constraint {
  /// The primary key.
  record PrimaryKey(List<String> columns) implements Constraint {
    public PrimaryKey {
      columns = List.copyOf(columns);
    }
  }

  /// A reference to the rows of a table.
  ///
  /// @param onDelete such as `CASCADE`, if said
  /// @param onUpdate such as `CASCADE`, if said
  record ForeignKey(
      @Nullable String name,
      List<String> columns,
      TableName references,
      List<String> referenced,
      @Nullable String onDelete,
      @Nullable String onUpdate)
      implements Constraint {
    public ForeignKey {
      columns = List.copyOf(columns);
      referenced = List.copyOf(referenced);
    }
  }

  /// A condition that holds for every row.
  ///
  /// @param enforced whether the database refuses rows for which it does not hold
  record Check(@Nullable String name, String condition, boolean enforced) implements Constraint {}

  /// What it is called when it is dropped.
  default Kind kind() {
    return switch (this) {
      case PrimaryKey _ -> Kind.PRIMARY_KEY;
      case ForeignKey _ -> Kind.FOREIGN_KEY;
      case Check _ -> Kind.CHECK;
    };
  }

  /// What a statement calls the constraint it drops.
  enum Kind {
    PRIMARY_KEY,
    FOREIGN_KEY,
    CHECK,
    /// `drop constraint` leaves it open.
    UNSAID
  }
}
