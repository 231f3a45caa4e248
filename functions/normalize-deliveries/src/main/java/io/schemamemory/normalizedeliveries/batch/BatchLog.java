package io.schemamemory.normalizedeliveries.batch;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import io.schemamemory.data.inbox.Claim;
import io.schemamemory.job.Failure;
import io.schemamemory.normalizedeliveries.batch.NormalizationDecision.Quarantine;
import io.schemamemory.normalizedeliveries.batch.NormalizationDecision.Write;
import java.util.List;

/// Logs what went wrong in a batch that ended, and nothing if all of it was written.
///
/// On the thread of the invocation only: on another, Lambda's logger does not know the request.
public record BatchLog(LambdaLogger logger) {
  void log(BatchResult result) {
    switch (result) {
      case BatchResult.Written(_, var decisions, _) -> decisions.forEach(this::log);
      case BatchResult.Failed(List<Claim> claims, RuntimeException cause) ->
          Failure.log(logger, "normalizing failed deliveries=" + claims.size(), cause);
    }
  }

  /// The claims stay with this instance, or cost an attempt each if it ends first.
  void logUnreturned(List<Claim> claims, RuntimeException cause) {
    Failure.log(logger, "giving claims back failed deliveries=" + claims.size(), cause);
  }

  void logGivenUp(Claim claim, String reason) {
    logger.log("quarantined delivery=" + claim.deliveryId() + " reason=" + reason, LogLevel.WARN);
  }

  private void log(NormalizationDecision decision) {
    switch (decision) {
      case Quarantine(var delivery) -> logGivenUp(delivery.claim(), delivery.reason());
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
