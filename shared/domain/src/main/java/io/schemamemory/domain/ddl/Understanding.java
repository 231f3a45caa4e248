package io.schemamemory.domain.ddl;

import java.util.List;

/// What was made of a DDL statement; its text is kept and searchable either way.
public sealed interface Understanding {
  /// The statement's changes, in its order; none if it only says how to run.
  record Understood(List<SchemaChange> changes) implements Understanding {
    public Understood {
      changes = List.copyOf(changes);
    }
  }

  /// No change is told of it.
  record NotUnderstood(Reason reason) implements Understanding {}

  /// Why a statement is not understood.
  enum Reason {
    EMPTY,
    /// Larger than any statement people write, so it is not worth the time.
    TOO_LONG,
    /// Takes more work than its length is worth, as no statement people write does.
    TOO_INVOLVED,
    /// Not of the dialect's grammar; so are statements that only Vitess knows.
    SYNTAX,
    /// The dialect is not read yet.
    POSTGRES,
    /// A mistake of the reader or of the grammar, which must not cost the delivery.
    READER_FAILED
  }
}
