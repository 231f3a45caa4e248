package io.schemamemory.normalize;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import io.schemamemory.data.SqlState;
import io.schemamemory.lambda.Deadline;
import io.schemamemory.normalize.Fate.Failed;
import io.schemamemory.normalize.Fate.Postponed;
import io.schemamemory.normalize.Fate.Refused;
import io.schemamemory.normalize.Fate.Stored;
import io.schemamemory.normalize.SpilledMessages.Message;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Empties the spill queue into the inbox: one message after the other, while there is time.
@Singleton
class Drain {
  private final Admission admission;

  Drain(Admission admission) {
    this.admission = admission;
  }

  FailedItems drain(SpilledMessages spilled, Deadline deadline, LambdaLogger logger) {
    List<Fate> fates = new ArrayList<>();
    List<String> failed = new ArrayList<>();
    boolean goOn = true;
    for (Message message : spilled.messages()) {
      goOn = goOn && deadline.allowsMore();
      Fate fate = goOn ? admission.admit(message) : new Postponed();
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

  private static void log(Message message, Fate fate, LambdaLogger logger) {
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

  private static String counted(List<Fate> fates) {
    return fates.stream()
        .collect(Collectors.groupingBy(Fate::told, TreeMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .map(Object::toString)
        .collect(Collectors.joining(" "));
  }
}
