package io.schemamemory.normalize;

import io.schemamemory.data.SqlState;

/// What became of one spilled message.
sealed interface Fate {
  /// It is committed, or was before.
  record Stored() implements Fate {}

  /// It is no delivery of ours, or of a source the database does not know.
  record Refused(String reason) implements Fate {}

  /// The database did not take it.
  record Failed(Exception cause) implements Fate {
    boolean databaseIsAway() {
      return SqlState.meansAway(cause);
    }
  }

  /// It was not tried: the database is away, or the time is up.
  record Postponed() implements Fate {}

  /// How a log line calls it.
  default String told() {
    return switch (this) {
      case Stored _ -> "stored";
      case Refused _ -> "refused";
      case Failed _ -> "failed";
      case Postponed _ -> "postponed";
    };
  }
}
