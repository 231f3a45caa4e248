package io.schemamemory.applyretention;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import io.micronaut.function.executor.FunctionInitializer;
import io.schemamemory.job.Counts;
import io.schemamemory.job.Deadline;
import io.schemamemory.job.Metrics;
import io.schemamemory.job.RunRecord;
import io.schemamemory.job.database.CurrentLogin;
import io.schemamemory.settings.Environment;
import jakarta.inject.Inject;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Premakes months and drops expired ones; fails the invocation if a month could not be made or
/// dropped. By hand it also says what a run would do: see [RetentionCommand].
public final class ApplyRetention extends FunctionInitializer
    implements RequestHandler<Object, Object> {
  /// A drop takes a second or two; one that has begun must end.
  private static final Duration RESERVE = Duration.ofSeconds(10);

  @Inject RunRecord record;
  @Inject Retention retention;
  @Inject Planner planner;

  /// Called by Lambda.
  public ApplyRetention() {
    // Before anything reads them: a framework's message would not say what is expected.
    Environment environment = Environment.ofProcess();
    CurrentLogin.check(environment);
    Metrics.of(environment);
    super();
  }

  @Override
  public Object handleRequest(@Nullable Object event, Context context) {
    return switch (RetentionCommand.of(event)) {
      case APPLY -> apply(context);
      case PLAN -> planner.plan();
    };
  }

  private Counts<RetentionCounter> apply(Context context) {
    LambdaLogger logger = context.getLogger();
    Deadline deadline = new Deadline(context, RESERVE);
    Counts<RetentionCounter> counts =
        record.keep("apply-retention", logger, () -> retention.run(deadline, logger));
    logger.log("applied retention " + counts, LogLevel.INFO);
    long failed = counts.count(RetentionCounter.FAILED);
    if (failed > 0) {
      throw new IllegalStateException(
          failed + " months could not be made or dropped; the next run tries again");
    }
    return counts;
  }
}
