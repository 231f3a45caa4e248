package io.schemamemory.pollauditlog;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import io.micronaut.function.executor.FunctionInitializer;
import io.schemamemory.data.audit.QuarantineSelection;
import io.schemamemory.job.Counts;
import io.schemamemory.job.Deadline;
import io.schemamemory.job.RunRecord;
import io.schemamemory.job.database.CurrentLogin;
import io.schemamemory.pollauditlog.keyset.KeysetGuard;
import io.schemamemory.pollauditlog.keyset.UnwrappedKeys;
import io.schemamemory.pollauditlog.replay.EntryReplayer;
import io.schemamemory.pollauditlog.reseal.Resealed;
import io.schemamemory.pollauditlog.reseal.Resealer;
import io.schemamemory.pollauditlog.walk.AuditLogPoller;
import io.schemamemory.pollauditlog.walk.PollCounter;
import io.schemamemory.pollauditlog.walk.PollReport;
import io.schemamemory.settings.Environment;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads what is new in every audit log, and fails the invocation if one of them was not read. By
/// hand it replays quarantined entries, reseals, or runs the doctor: see [PollCommand].
public final class PollAuditLog extends FunctionInitializer
    implements RequestHandler<Object, Object> {
  /// A write takes seconds, and up to two batches that have begun must finish.
  private static final Duration RESERVE = Duration.ofSeconds(45);

  @Inject RunRecord record;
  @Inject Doctor doctor;
  @Inject KeysetGuard keyset;
  @Inject NotConnected notConnected;

  // These need the keys: made for each invocation, with the keys as they are then.
  @Inject Provider<AuditLogPoller> poller;
  @Inject Provider<EntryReplayer> replayer;
  @Inject Provider<Resealer> resealer;

  /// Called by Lambda.
  public PollAuditLog() {
    // Before anything reads them: a framework's message would not say what is expected.
    Environment environment = Environment.ofProcess();
    CurrentLogin.check(environment);
    PollSettings.check(environment);
    UnwrappedKeys.check(environment);
    super();
  }

  @Override
  public Object handleRequest(@Nullable Object event, Context context) {
    Deadline deadline = new Deadline(context, RESERVE);
    PollCommand command = PollCommand.of(event);
    List<String> missing = notConnected.refresh();
    if (command instanceof PollCommand.Poll && notConnected.report(missing, context.getLogger())) {
      return Counts.of(PollCounter.NOT_CONNECTED);
    }
    if (!(command instanceof PollCommand.Doctor)) {
      keyset.require(context.getLogger());
    }
    return switch (command) {
      case PollCommand.Poll _ -> poll(deadline, context);
      case PollCommand.Replay(QuarantineSelection selection, long after) ->
          replayer.get().replay(selection, after, deadline, context.getLogger());
      case PollCommand.Reseal _ -> reseal(deadline, context);
      case PollCommand.Doctor _ -> doctor.check(missing, deadline);
    };
  }

  /// Fails the invocation if a value still needs the old keys: who retires them would lose it.
  private Resealed reseal(Deadline deadline, Context context) {
    Resealed resealed = resealer.get().reseal(deadline, context.getLogger());
    if (resealed.undecryptable() > 0) {
      throw new IllegalStateException(resealed.failure());
    }
    return resealed;
  }

  private Counts<PollCounter> poll(Deadline deadline, Context context) {
    PollReport report =
        record.keep(
            "poll-audit-log",
            context.getLogger(),
            () -> poller.get().run(deadline, context.getLogger()));
    context.getLogger().log("polled " + report.counts(), LogLevel.INFO);
    if (!report.failures().isEmpty()) {
      throw new IllegalStateException(String.join("; ", report.failures()));
    }
    return report.counts();
  }
}
