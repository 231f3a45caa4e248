package io.schemamemory.normalizedeliveries;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import io.micronaut.function.executor.FunctionInitializer;
import io.schemamemory.data.inbox.DeliverySelection;
import io.schemamemory.job.Counts;
import io.schemamemory.job.Deadline;
import io.schemamemory.job.Metrics;
import io.schemamemory.job.database.CurrentLogin;
import io.schemamemory.normalizedeliveries.answer.NormalizeCounter;
import io.schemamemory.normalizedeliveries.evidence.Reverifier;
import io.schemamemory.normalizedeliveries.spill.SpillDrain;
import io.schemamemory.normalizedeliveries.spill.SpilledMessages;
import io.schemamemory.settings.Environment;
import io.schemamemory.webhook.secrets.WebhookSecretsSetting;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Normalizes what is pending, or stores what the spill queue sends.
///
/// By hand it replays, and verifies again: see [NormalizeCommand].
///
/// Not a `MicronautRequestHandler`, which hides the invocation's context and so its deadline. It
/// answers [Counts], [ReplayProgress], [VerifyAnswer] or [FailedItems], declared as an object:
/// Lambda writes the fields of the declared type, and a common type of these has none.
public final class NormalizeDeliveries extends FunctionInitializer
    implements RequestHandler<Object, Object> {
  /// A batch takes a second or two, and up to three that have begun must finish.
  private static final Duration RESERVE = Duration.ofSeconds(15);

  /// A message may wait 15 s for a connection.
  private static final Duration DRAIN_RESERVE = Duration.ofSeconds(20);

  @Inject Normalizer normalizer;
  @Inject InboxMetrics metrics;
  @Inject DeliveryReplayer replayer;
  @Inject Reverifier reverifier;
  @Inject SpillDrain drain;

  /// Called by Lambda.
  public NormalizeDeliveries() {
    // Before anything reads them: a framework's message would not say what is expected.
    CurrentLogin.check(Environment.ofProcess());
    WebhookSecretsSetting.of(Environment.ofProcess());
    Metrics.of(Environment.ofProcess());
    super();
  }

  @Override
  public Object handleRequest(@Nullable Object event, Context context) {
    Optional<SpilledMessages> spilled = SpilledMessages.in(event);
    return spilled.isPresent()
        ? drain.drain(spilled.get(), new Deadline(context, DRAIN_RESERVE), context.getLogger())
        : carryOut(NormalizeCommand.of(event), context);
  }

  private Object carryOut(NormalizeCommand command, Context context) {
    return switch (command) {
      case NormalizeCommand.Run _ -> normalize(context);
      case NormalizeCommand.Progress _ -> replayer.progress();
      case NormalizeCommand.Replay(DeliverySelection selection) -> {
        replayer.request(selection, context.getLogger());
        normalize(context);
        yield replayer.progress();
      }
      case NormalizeCommand.VerifyAfter(long delivery) ->
          reverifier.after(delivery, new Deadline(context, RESERVE), context.getLogger());
      case NormalizeCommand.Verify(DeliverySelection.Deliveries(List<Long> ids)) ->
          reverifier.of(ids, context.getLogger());
    };
  }

  /// Fails the invocation if anything could not be written.
  private Counts<NormalizeCounter> normalize(Context context) {
    LambdaLogger logger = context.getLogger();
    Counts<NormalizeCounter> counts = run(new Deadline(context, RESERVE), logger);
    logger.log("normalized deliveries " + counts, LogLevel.INFO);
    long failed = counts.count(NormalizeCounter.FAILED);
    if (failed > 0) {
      throw new IllegalStateException(
          failed + " deliveries could not be written; they stay pending and are tried again");
    }
    return counts;
  }

  private Counts<NormalizeCounter> run(Deadline deadline, LambdaLogger logger) {
    try {
      return normalizer.run(deadline, logger);
    } finally {
      metrics.report(logger);
    }
  }
}
