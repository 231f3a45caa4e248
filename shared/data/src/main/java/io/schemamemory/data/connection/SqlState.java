package io.schemamemory.data.connection;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;

/// PostgreSQL's error codes, which are safe to log; the driver's message may repeat bound values.
public final class SqlState {
  /// No connection, too many connections, shutting down or starting up.
  private static final Pattern AWAY = Pattern.compile("08...|53...|57P0.");

  /// Bad data, a broken constraint, a limit of PostgreSQL's; not 22023, which our functions give a
  /// table without a retention policy.
  private static final Pattern OF_VALUES = Pattern.compile("(21|22(?!023)|23|54)...");

  /// Waited too long for a lock, or in a circle.
  private static final Set<String> LOCKED = Set.of("55P03", "40P01");

  /// A wrong password, a login that may not log in, and the pooler's word for both.
  private static final Set<String> REFUSED_LOGIN = Set.of("28P01", "28000", "08P01");

  private static final String CHECK_VIOLATION = "23514";

  private SqlState() {}

  /// Whether what was written is at fault, so that another try would fail too. Everything else is
  /// the database's own: a lock, a time-out, a full disk, a missing right or table, a lost
  /// connection.
  public static boolean blamesValues(Throwable failure) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof DatabaseException database) {
        return database.isBlamingValues();
      }
    }
    String code = of(failure);
    return OF_VALUES.matcher(code).matches()
        && !(code.equals(CHECK_VIOLATION) && isOfNoConstraint(failure));
  }

  /// A row whose month is missing has the code of a failed check, but no check.
  private static boolean isOfNoConstraint(Throwable failure) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof PSQLException server && server.getServerErrorMessage() != null) {
        return server.getServerErrorMessage().getConstraint() == null;
      }
    }
    return false;
  }

  /// Whether the database is unavailable, so that other work would fail too.
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

  /// Whether somebody else's lock was in the way, so that other work may succeed.
  public static boolean meansLocked(Throwable failure) {
    return LOCKED.contains(of(failure));
  }

  /// Whether a failure to connect may mean that the login is no longer let in.
  public static boolean mayRefuseLogin(Throwable failure) {
    return REFUSED_LOGIN.contains(of(failure));
  }

  /// A pool's timeout while waiting for a connection has no code.
  private static boolean meansAway(SQLException failure) {
    return failure instanceof SQLTransientConnectionException
        || (failure.getSQLState() != null && AWAY.matcher(failure.getSQLState()).matches());
  }

  /// Whether the database caused a failure, and not our own code.
  public static boolean isDatabaseFailure(Throwable failure) {
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
