package io.schemamemory.normalize;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// Names what went wrong without the driver's message, which may repeat what was bound.
final class Failure {
  private Failure() {}

  static String nameOf(Throwable failure) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        return "SQLSTATE " + sql.getSQLState();
      }
    }
    return failure.getClass().getSimpleName();
  }
}
