package io.schemamemory.normalizedeliveries.spill;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import io.schemamemory.domain.signature.DeliveryDigest;
import io.schemamemory.job.Deadline;
import io.schemamemory.job.Failure;
import io.schemamemory.normalizedeliveries.spill.SpillResult.Failed;
import io.schemamemory.normalizedeliveries.spill.SpillResult.Postponed;
import io.schemamemory.normalizedeliveries.spill.SpillResult.Refused;
import io.schemamemory.normalizedeliveries.spill.SpillResult.Stored;
import io.schemamemory.normalizedeliveries.spill.SpilledMessages.Message;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Empties the spill queue into the inbox: one message after the other, while there is time.
@Singleton
public class SpillDrain {
  private final SpilledMessageHandler handler;

  SpillDrain(SpilledMessageHandler handler) {
    this.handler = handler;
  }

  public FailedItems drain(SpilledMessages spilled, Deadline deadline, LambdaLogger logger) {
    List<SpillResult> results = new ArrayList<>();
    List<String> failed = new ArrayList<>();
    boolean goOn = true;
    for (Message message : spilled.messages()) {
      goOn = goOn && deadline.allowsMore();
      SpillResult result = goOn ? handler.handle(message) : new Postponed();
      // While the database is away, each further message would wait as long.
      goOn = goOn && !(result instanceof Failed failure && failure.databaseIsAway());
      log(message, result, logger);
      results.add(result);
      if (!(result instanceof Stored)) {
        failed.add(message.id());
      }
    }
    logger.log("drained " + counted(results), LogLevel.INFO);
    return FailedItems.of(failed);
  }

  private static void log(Message message, SpillResult result, LambdaLogger logger) {
    switch (result) {
      case Stored(DeliveryDigest delivery) ->
          logger.log(
              "stored spilled message=" + message.id() + " digest=" + delivery, LogLevel.INFO);
      case Refused(var delivery, String reason) ->
          logger.log(
              "refused spilled message=" + message.id() + digest(delivery) + " reason=" + reason,
              LogLevel.ERROR);
      case Failed(var delivery, RuntimeException cause) ->
          Failure.log(
              logger, "storing failed spilled message=" + message.id() + digest(delivery), cause);
      case Postponed _ -> {}
    }
  }

  private static String digest(Optional<DeliveryDigest> delivery) {
    return delivery.map(one -> " digest=" + one).orElse("");
  }

  private static String counted(List<SpillResult> results) {
    return results.stream()
        .collect(Collectors.groupingBy(SpillResult::label, TreeMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .map(Object::toString)
        .collect(Collectors.joining(" "));
  }
}
