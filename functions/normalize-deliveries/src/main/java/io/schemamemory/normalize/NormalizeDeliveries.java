package io.schemamemory.normalize;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import io.micronaut.function.executor.FunctionInitializer;
import io.schemamemory.data.Selection;
import io.schemamemory.lambda.DatabaseSetting;
import io.schemamemory.lambda.Deadline;
import io.schemamemory.lambda.Environment;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;

/// Normalizes what is pending; fails the invocation if anything could not be written.
///
/// By hand it replays: see [Command]. It answers an [Answer]; declared as an object, since Lambda
/// writes what the declared type has.
///
/// Not a `MicronautRequestHandler`, which keeps the invocation's context, and so its deadline, to
/// itself.
public final class NormalizeDeliveries extends FunctionInitializer
    implements RequestHandler<Map<String, Object>, Object> {
  /// A batch takes a second or two; what has begun shall end.
  private static final Duration KEPT_BACK = Duration.ofSeconds(10);

  @Inject Normalizer normalizer;
  @Inject Replayer replayer;

  /// Called by Lambda.
  public NormalizeDeliveries() {
    // Before anything reads it: a framework's message would not say what is expected.
    DatabaseSetting.of(Environment.ofProcess());
    super();
  }

  @Override
  public Answer handleRequest(Map<String, Object> event, Context context) {
    return switch (Command.of(event)) {
      case Command.Run _ -> run(context);
      case Command.Progress _ -> replayer.progress();
      case Command.Replay(Selection selection) -> {
        replayer.request(selection, context.getLogger());
        run(context);
        yield replayer.progress();
      }
    };
  }

  private Tally run(Context context) {
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
