package io.schemamemory.data;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// PostgreSQL's error code: what may be said of a failure, since the driver's message may repeat
/// what was bound.
public final class SqlState {
  private SqlState() {}

  /// The code of the first cause that has one, or the empty string.
  public static String of(Throwable failure) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        return sql.getSQLState();
      }
    }
    return "";
  }
}
