package io.schemamemory.normalizedeliveries.batch;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import io.schemamemory.job.Failure;
import io.schemamemory.normalizedeliveries.batch.NormalizationDecision.Quarantine;
import io.schemamemory.normalizedeliveries.batch.NormalizationDecision.Write;

/// Logs what went wrong in a batch that ended, and nothing if all of it was written.
///
/// On the thread of the invocation only: on another, Lambda's logger does not know the request.
public record BatchLog(LambdaLogger logger) {
  void log(BatchResult result) {
    switch (result) {
      case BatchResult.Written(var decisions, _) -> decisions.forEach(this::log);
      case BatchResult.Failed(int deliveries, RuntimeException cause) ->
          Failure.log(logger, "normalizing failed deliveries=" + deliveries, cause);
    }
  }

  private void log(NormalizationDecision decision) {
    switch (decision) {
      case Quarantine(var delivery) ->
          logger.log(
              "quarantined delivery="
                  + delivery.claim().deliveryId()
                  + " reason="
                  + delivery.reason(),
              LogLevel.WARN);
      case Write(_, var unreadable) when unreadable.isEmpty() -> {}
      case Write(var sighting, var unreadable) ->
          logger.log(
              "skipped unreadable fields delivery="
                  + sighting.reference()
                  + " fields="
                  + unreadable,
              LogLevel.WARN);
    }
  }
}
