package io.schemamemory.normalizedeliveries.batch;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import io.schemamemory.data.connection.SqlState;
import io.schemamemory.normalizedeliveries.batch.NormalizationDecision.GiveUp;
import io.schemamemory.normalizedeliveries.batch.NormalizationDecision.Tell;

/// What the log says of a batch that ended: nothing, if all of it was told.
///
/// By the thread of the invocation alone: Lambda's logger knows no request on another.
public record BatchLog(LambdaLogger logger) {
  void log(BatchEnd end) {
    switch (end) {
      case BatchEnd.Written(var verdicts, _) -> verdicts.forEach(this::log);
      case BatchEnd.Failed(int deliveries, Exception cause) ->
          logger.log(
              "normalizing failed deliveries="
                  + deliveries
                  + " cause="
                  + cause.getClass().getSimpleName()
                  + " SQLSTATE="
                  + SqlState.of(cause),
              LogLevel.ERROR);
    }
  }

  private void log(NormalizationDecision verdict) {
    switch (verdict) {
      case GiveUp(var quarantined) ->
          logger.log(
              "quarantined delivery="
                  + quarantined.claim().deliveryId()
                  + " reason="
                  + quarantined.reason(),
              LogLevel.WARN);
      case Tell(_, var passedOver) when passedOver.isEmpty() -> {}
      case Tell(var told, var passedOver) ->
          logger.log(
              "passed over delivery=" + told.reference() + " fields=" + passedOver, LogLevel.WARN);
    }
  }
}
