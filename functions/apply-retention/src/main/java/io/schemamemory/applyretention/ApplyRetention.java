package io.schemamemory.applyretention;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import io.micronaut.function.executor.FunctionInitializer;
import io.schemamemory.data.connection.DatabaseSetting;
import io.schemamemory.job.Deadline;
import io.schemamemory.job.RunRecord;
import io.schemamemory.settings.Environment;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;

/// Premakes months and drops expired ones; fails the invocation if something owed was not done.
public final class ApplyRetention extends FunctionInitializer
    implements RequestHandler<Map<String, Object>, RetentionCounts> {
  /// A drop takes a second or two; what has begun shall end.
  private static final Duration KEPT_BACK = Duration.ofSeconds(10);

  @Inject RunRecord record;
  @Inject Retention retention;

  /// Called by Lambda.
  public ApplyRetention() {
    // Before anything reads it: a framework's message would not say what is expected.
    DatabaseSetting.of(Environment.ofProcess());
    super();
  }

  @Override
  public RetentionCounts handleRequest(Map<String, Object> event, Context context) {
    LambdaLogger logger = context.getLogger();
    Deadline deadline = new Deadline(context, KEPT_BACK);
    RetentionCounts tally = record.keep("apply-retention", () -> retention.run(deadline, logger));
    logger.log("applied retention " + tally, LogLevel.INFO);
    if (tally.failed() > 0) {
      throw new IllegalStateException(
          tally.failed() + " months could not be made or dropped; the next run tries again");
    }
    return tally;
  }
}
