package io.schemamemory.job;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import io.schemamemory.data.connection.SqlState;

/// What a log line says of a failure: its class and PostgreSQL's error code.
///
/// Never its message: the driver's repeat what was bound.
public final class Failure {
  private Failure() {}

  /// Logs that an item failed where the others go on.
  ///
  /// @param what such as `making a month failed table=run month=2026-01`
  public static void log(LambdaLogger logger, String what, Throwable failure) {
    logger.log(what + " " + cause(failure), LogLevel.ERROR);
  }

  /// Such as `cause=DatabaseException SQLSTATE=57014`, without a code that is not known.
  public static String cause(Throwable failure) {
    String code = SqlState.of(failure);
    return "cause="
        + failure.getClass().getSimpleName()
        + (code.isEmpty() ? "" : " SQLSTATE=" + code);
  }
}
