package io.schemamemory.normalizedeliveries.batch;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import io.schemamemory.job.Failure;
import io.schemamemory.normalizedeliveries.batch.NormalizationDecision.Quarantine;
import io.schemamemory.normalizedeliveries.batch.NormalizationDecision.Write;
import java.util.List;

/// Logs what became of a batch that ended, and of each delivery with which something went wrong.
///
/// On the thread of the invocation only: on another, Lambda's logger does not know the request.
public record BatchLog(LambdaLogger logger) {
  void log(BatchResult result) {
    switch (result) {
      case BatchResult.Written(_, var decisions, _) -> {
        List<LoggedDelivery> deliveries =
            decisions.stream().map(NormalizationDecision::delivery).toList();
        logger.log("normalized a batch " + LoggedDelivery.list(deliveries), LogLevel.INFO);
        decisions.forEach(this::log);
      }
      case BatchResult.Failed(_, var deliveries, RuntimeException cause) ->
          Failure.log(logger, "normalizing failed " + LoggedDelivery.list(deliveries), cause);
    }
  }

  /// The claims stay with this instance, or cost an attempt each if it ends first.
  void logUnreturned(List<LoggedDelivery> deliveries, RuntimeException cause) {
    Failure.log(logger, "giving claims back failed " + LoggedDelivery.list(deliveries), cause);
  }

  void logGivenUp(LoggedDelivery delivery, String reason) {
    logger.log("quarantined " + delivery.facts() + " reason=" + reason, LogLevel.WARN);
  }

  private void log(NormalizationDecision decision) {
    switch (decision) {
      case Quarantine(var quarantined, var delivery) -> logGivenUp(delivery, quarantined.reason());
      case Write(_, var unreadable) when unreadable.isEmpty() -> {}
      case Write(var sighting, var unreadable) ->
          logger.log(
              "skipped unreadable fields "
                  + LoggedDelivery.of(sighting).facts()
                  + " fields="
                  + unreadable,
              LogLevel.WARN);
    }
  }
}
