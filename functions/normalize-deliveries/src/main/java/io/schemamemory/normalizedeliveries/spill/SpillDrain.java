package io.schemamemory.normalizedeliveries.spill;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import io.schemamemory.data.connection.SqlState;
import io.schemamemory.job.Deadline;
import io.schemamemory.normalizedeliveries.spill.SpillResult.Failed;
import io.schemamemory.normalizedeliveries.spill.SpillResult.Postponed;
import io.schemamemory.normalizedeliveries.spill.SpillResult.Refused;
import io.schemamemory.normalizedeliveries.spill.SpillResult.Stored;
import io.schemamemory.normalizedeliveries.spill.SpilledMessages.Message;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Empties the spill queue into the inbox: one message after the other, while there is time.
@Singleton
public class SpillDrain {
  private final SpilledMessageHandler admission;

  SpillDrain(SpilledMessageHandler admission) {
    this.admission = admission;
  }

  public FailedItems drain(SpilledMessages spilled, Deadline deadline, LambdaLogger logger) {
    List<SpillResult> fates = new ArrayList<>();
    List<String> failed = new ArrayList<>();
    boolean goOn = true;
    for (Message message : spilled.messages()) {
      goOn = goOn && deadline.allowsMore();
      SpillResult fate = goOn ? admission.admit(message) : new Postponed();
      // Each further one would wait as long for a database that is away.
      goOn = goOn && !(fate instanceof Failed failure && failure.databaseIsAway());
      log(message, fate, logger);
      fates.add(fate);
      if (!(fate instanceof Stored)) {
        failed.add(message.id());
      }
    }
    logger.log("drained " + counted(fates), LogLevel.INFO);
    return FailedItems.of(failed);
  }

  private static void log(Message message, SpillResult fate, LambdaLogger logger) {
    switch (fate) {
      case Refused(String reason) ->
          logger.log(
              "refused spilled message=" + message.id() + " reason=" + reason, LogLevel.ERROR);
      case Failed(Exception cause) ->
          logger.log(
              "failed spilled message="
                  + message.id()
                  + " cause="
                  + cause.getClass().getSimpleName()
                  + " SQLSTATE="
                  + SqlState.of(cause),
              LogLevel.ERROR);
      case Stored _, Postponed _ -> {}
    }
  }

  private static String counted(List<SpillResult> fates) {
    return fates.stream()
        .collect(Collectors.groupingBy(SpillResult::told, TreeMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .map(Object::toString)
        .collect(Collectors.joining(" "));
  }
}
