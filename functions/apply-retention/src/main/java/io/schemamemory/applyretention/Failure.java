package io.schemamemory.applyretention;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import io.schemamemory.data.connection.SqlState;

/// A step that failed, told so that the others can go on.
final class Failure {
  private Failure() {}

  /// Not the driver's message, which may repeat what was bound.
  static void log(String doing, RetentionStep step, Exception failure, LambdaLogger logger) {
    logger.log(
        "%s a month failed table=%s month=%s cause=%s SQLSTATE=%s"
            .formatted(
                doing,
                step.table(),
                step.month(),
                failure.getClass().getSimpleName(),
                SqlState.of(failure)),
        LogLevel.ERROR);
  }
}
