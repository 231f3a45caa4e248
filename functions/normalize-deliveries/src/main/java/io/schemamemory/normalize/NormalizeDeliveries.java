package io.schemamemory.normalize;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import io.micronaut.function.executor.FunctionInitializer;
import io.schemamemory.lambda.DatabaseSetting;
import io.schemamemory.lambda.Deadline;
import io.schemamemory.lambda.Environment;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;

/// Normalizes what is pending; fails the invocation if anything could not be written.
///
/// Not a `MicronautRequestHandler`, which keeps the invocation's context, and so its deadline, to
/// itself.
public final class NormalizeDeliveries extends FunctionInitializer
    implements RequestHandler<Map<String, Object>, Tally> {
  /// A batch takes a second or two; what has begun shall end.
  private static final Duration KEPT_BACK = Duration.ofSeconds(10);

  @Inject Normalizer normalizer;

  /// Called by Lambda.
  public NormalizeDeliveries() {
    // Before anything reads it: a framework's message would not say what is expected.
    DatabaseSetting.of(Environment.ofProcess());
    super();
  }

  @Override
  public Tally handleRequest(Map<String, Object> event, Context context) {
    LambdaLogger logger = context.getLogger();
    Tally tally = normalizer.run(new Deadline(context, KEPT_BACK), logger);
    logger.log("normalized " + tally, LogLevel.INFO);
    if (tally.failed() > 0) {
      throw new IllegalStateException(
          tally.failed()
              + " deliveries could not be written; they stay pending and are tried again");
    }
    return tally;
  }
}
