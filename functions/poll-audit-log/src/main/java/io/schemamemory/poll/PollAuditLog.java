package io.schemamemory.poll;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import io.micronaut.function.executor.FunctionInitializer;
import io.schemamemory.data.RestingSelection;
import io.schemamemory.lambda.DatabaseSetting;
import io.schemamemory.lambda.Deadline;
import io.schemamemory.lambda.Environment;
import io.schemamemory.pool.RunRecord;
import io.schemamemory.sealing.SealingSettings;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;

/// Reads what is new in every audit log; fails the invocation if one of them was not read. By hand
/// it reads quarantined entries again, seals anew, or says what is wrong: see [Command].
public final class PollAuditLog extends FunctionInitializer
    implements RequestHandler<Map<String, Object>, Object> {
  /// Writing what was read takes seconds, and up to two batches have begun, which shall end.
  private static final Duration KEPT_BACK = Duration.ofSeconds(45);

  @Inject RunRecord record;
  @Inject Poller poller;
  @Inject Replayer replayer;
  @Inject Resealer resealer;
  @Inject Doctor doctor;

  /// Called by Lambda.
  public PollAuditLog() {
    // Before anything reads them: a framework's message would not say what is expected.
    Environment environment = Environment.ofProcess();
    DatabaseSetting.of(environment);
    PollSettings.of(environment);
    SealingSettings.of(environment);
    super();
  }

  @Override
  public Object handleRequest(Map<String, Object> event, Context context) {
    return carryOut(Command.of(event), context);
  }

  private Answer carryOut(Command command, Context context) {
    return switch (command) {
      case Command.Poll _ -> poll(context);
      case Command.Replay(RestingSelection selection, long after) ->
          replayer.replay(selection, after, new Deadline(context, KEPT_BACK), context.getLogger());
      case Command.Reseal _ ->
          resealer.reseal(new Deadline(context, KEPT_BACK), context.getLogger());
      case Command.Doctor _ -> doctor.examine(new Deadline(context, KEPT_BACK));
    };
  }

  private Tally poll(Context context) {
    Deadline deadline = new Deadline(context, KEPT_BACK);
    Report report = record.keep("poll-audit-log", () -> poller.run(deadline, context.getLogger()));
    context.getLogger().log("polled " + report.tally(), LogLevel.INFO);
    if (!report.failures().isEmpty()) {
      throw new IllegalStateException(String.join("; ", report.failures()));
    }
    return report.tally();
  }
}
