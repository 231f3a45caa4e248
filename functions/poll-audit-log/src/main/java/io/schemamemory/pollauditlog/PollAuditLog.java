package io.schemamemory.pollauditlog;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import io.micronaut.function.executor.FunctionInitializer;
import io.schemamemory.data.audit.QuarantineSelection;
import io.schemamemory.data.connection.DatabaseSetting;
import io.schemamemory.job.Counts;
import io.schemamemory.job.Deadline;
import io.schemamemory.job.RunRecord;
import io.schemamemory.pollauditlog.replay.EntryReplayer;
import io.schemamemory.pollauditlog.reseal.Resealer;
import io.schemamemory.pollauditlog.walk.AuditLogPoller;
import io.schemamemory.pollauditlog.walk.PollCounter;
import io.schemamemory.pollauditlog.walk.PollReport;
import io.schemamemory.sealing.SealingSettings;
import io.schemamemory.settings.Environment;
import jakarta.inject.Inject;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Reads what is new in every audit log, and fails the invocation if one of them was not read. By
/// hand it replays quarantined entries, reseals, or runs the doctor: see [PollCommand].
public final class PollAuditLog extends FunctionInitializer
    implements RequestHandler<Object, Object> {
  /// A write takes seconds, and up to two batches that have begun must finish.
  private static final Duration RESERVE = Duration.ofSeconds(45);

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
    PollSettings.check(environment);
    SealingSettings.of(environment);
    super();
  }

  @Override
  public Object handleRequest(@Nullable Object event, Context context) {
    Deadline deadline = new Deadline(context, RESERVE);
    return switch (PollCommand.of(event)) {
      case PollCommand.Poll _ -> poll(deadline, context);
      case PollCommand.Replay(QuarantineSelection selection, long after) ->
          replayer.replay(selection, after, deadline, context.getLogger());
      case PollCommand.Reseal _ -> resealer.reseal(deadline, context.getLogger());
      case PollCommand.Doctor _ -> doctor.check(deadline);
    };
  }

  private Counts<PollCounter> poll(Deadline deadline, Context context) {
    PollReport report =
        record.keep(
            "poll-audit-log", context.getLogger(), () -> poller.run(deadline, context.getLogger()));
    context.getLogger().log("polled " + report.counts(), LogLevel.INFO);
    if (!report.failures().isEmpty()) {
      throw new IllegalStateException(String.join("; ", report.failures()));
    }
    return report.counts();
  }
}
