package io.schemamemory.domain.ddl;

import java.util.List;

/// The result of reading a DDL statement; its text is kept and searchable either way.
public sealed interface Understanding {
  /// The statement's changes, in its order; none if it only says how to run.
  record Understood(List<SchemaChange> changes) implements Understanding {
    public Understood {
      changes = List.copyOf(changes);
    }
  }

  /// Its changes are not known.
  record NotUnderstood(Reason reason) implements Understanding {}

  /// Whether it, or a clause of it, took more work than is allowed.
  default boolean isGivenUp() {
    return switch (this) {
      case Understood(List<SchemaChange> changes) ->
          changes.stream()
              .anyMatch(
                  change ->
                      change instanceof SchemaChange.ClauseNotUnderstood unread
                          && unread.reason() == Reason.TOO_INVOLVED);
      case NotUnderstood(Reason reason) -> reason == Reason.TOO_INVOLVED;
    };
  }

  /// Why a statement is not understood.
  enum Reason {
    EMPTY,
    /// Larger than any statement people write, so reading it is not worth the time.
    TOO_LONG,
    /// Takes more work than its length justifies; no statement people write does.
    TOO_INVOLVED,
    /// Not of the dialect's grammar, or a statement that only Vitess knows.
    SYNTAX,
    /// The dialect is not read yet.
    POSTGRES,
    /// Of an engine whose dialect this version does not know.
    UNKNOWN_ENGINE,
    /// A mistake of the reader or of the grammar, which must not cost the delivery.
    READER_FAILED
  }
}
