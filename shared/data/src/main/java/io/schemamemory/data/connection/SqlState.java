package io.schemamemory.data.connection;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// PostgreSQL's error code: what may be said of a failure, since the driver's message may repeat
/// what was bound.
public final class SqlState {
  /// No connection, no room for one more, going down or coming up.
  private static final Pattern AWAY = Pattern.compile("08...|53...|57P0.");

  private SqlState() {}

  /// Whether the database itself is what failed, so that there is no use in trying anything else.
  public static boolean meansAway(Throwable failure) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && meansAway(sql)) {
        return true;
      }
      if (cause instanceof DatabaseException database) {
        return database.isAway();
      }
    }
    return false;
  }

  /// A pool that waited for a connection in vain has no code to tell.
  private static boolean meansAway(SQLException failure) {
    return failure instanceof SQLTransientConnectionException
        || (failure.getSQLState() != null && AWAY.matcher(failure.getSQLState()).matches());
  }

  /// Whether a failure is the database's, and not one of our own code.
  public static boolean isBehind(Throwable failure) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException || cause instanceof DatabaseException) {
        return true;
      }
    }
    return false;
  }

  /// The code of the first cause that has one, or the empty string.
  public static String of(Throwable failure) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        return sql.getSQLState();
      }
      if (cause instanceof DatabaseException database) {
        return database.sqlState();
      }
    }
    return "";
  }
}
