package io.schemamemory.pollauditlog;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import io.micronaut.function.executor.FunctionInitializer;
import io.schemamemory.data.audit.QuarantineSelection;
import io.schemamemory.data.connection.DatabaseSetting;
import io.schemamemory.job.Deadline;
import io.schemamemory.job.RunRecord;
import io.schemamemory.pollauditlog.answer.PollAnswer;
import io.schemamemory.pollauditlog.answer.PollCounts;
import io.schemamemory.pollauditlog.replay.EntryReplayer;
import io.schemamemory.pollauditlog.reseal.Resealer;
import io.schemamemory.sealing.SealingSettings;
import io.schemamemory.settings.Environment;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;

/// Reads what is new in every audit log; fails the invocation if one of them was not read. By hand
/// it reads quarantined entries again, seals anew, or says what is wrong: see [PollCommand].
public final class PollAuditLog extends FunctionInitializer
    implements RequestHandler<Map<String, Object>, Object> {
  /// Writing what was read takes seconds, and up to two batches have begun, which shall end.
  private static final Duration KEPT_BACK = Duration.ofSeconds(45);

  @Inject RunRecord record;
  @Inject AuditLogPoller poller;
  @Inject EntryReplayer replayer;
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
    return carryOut(PollCommand.of(event), context);
  }

  private PollAnswer carryOut(PollCommand command, Context context) {
    return switch (command) {
      case PollCommand.Poll _ -> poll(context);
      case PollCommand.Replay(QuarantineSelection selection, long after) ->
          replayer.replay(selection, after, new Deadline(context, KEPT_BACK), context.getLogger());
      case PollCommand.Reseal _ ->
          resealer.reseal(new Deadline(context, KEPT_BACK), context.getLogger());
      case PollCommand.Doctor _ -> doctor.check(new Deadline(context, KEPT_BACK));
    };
  }

  private PollCounts poll(Context context) {
    Deadline deadline = new Deadline(context, KEPT_BACK);
    PollReport report =
        record.keep("poll-audit-log", () -> poller.run(deadline, context.getLogger()));
    context.getLogger().log("polled " + report.tally(), LogLevel.INFO);
    if (!report.failures().isEmpty()) {
      throw new IllegalStateException(String.join("; ", report.failures()));
    }
    return report.tally();
  }
}
