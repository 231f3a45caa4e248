package io.schemamemory.receivewebhook;

import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import io.schemamemory.data.inbox.Receipt;
import io.schemamemory.domain.signature.DeliveryDigest;
import io.schemamemory.domain.signature.Verification.Reason;
import io.schemamemory.domain.signature.VerifiedPayload;
import io.schemamemory.receivewebhook.StoreResult.InDatabase;
import io.schemamemory.receivewebhook.StoreResult.InQueue;
import io.schemamemory.receivewebhook.StoreResult.NotStored;
import java.util.List;

/// What the receiver answers, logs and counts for one request.
///
/// @param line repeats nothing of what a stranger sent
record WebhookResponse(int status, LogLevel level, String line, List<ReceiverMetric> metrics) {
  static WebhookResponse rejected(Reason reason, String source) {
    String of = source.isEmpty() ? "" : " source=" + source;
    return new WebhookResponse(
        401, LogLevel.WARN, "rejected " + reason + of, List.of(ReceiverMetric.rejected(reason)));
  }

  static WebhookResponse badRequest(int status, String why) {
    return new WebhookResponse(status, LogLevel.WARN, "rejected " + why, List.of());
  }

  /// Nobody waits for it, and it comes every few minutes.
  static WebhookResponse keptWarm() {
    return new WebhookResponse(200, LogLevel.DEBUG, "kept warm", List.of());
  }

  /// Not 401, which would say that the request is at fault.
  static WebhookResponse secretsMissing(String why) {
    return new WebhookResponse(
        503, LogLevel.ERROR, "secrets missing: " + why, List.of(ReceiverMetric.SECRETS_MISSING));
  }

  /// The digest is in each later line about the delivery, too.
  private static String facts(VerifiedPayload payload) {
    return " source=%s bytes=%d digest=%s"
        .formatted(payload.source(), payload.bytes().length, DeliveryDigest.of(payload.bytes()));
  }

  /// 202 only for what is durable.
  static WebhookResponse of(StoreResult result, VerifiedPayload payload) {
    String facts = facts(payload);
    return switch (result) {
      case InDatabase(Receipt receipt) ->
          new WebhookResponse(202, LogLevel.INFO, "received " + receipt + facts, List.of());
      case InQueue(String reason, boolean sourceMissing) ->
          new WebhookResponse(
              202,
              LogLevel.WARN,
              "spilled" + facts + " because " + reason,
              sourceMissing
                  ? List.of(ReceiverMetric.SPILLED_DELIVERIES, ReceiverMetric.SOURCE_WITHOUT_ROW)
                  : List.of(ReceiverMetric.SPILLED_DELIVERIES));
      case NotStored(String databaseReason, String queueReason) ->
          new WebhookResponse(
              503,
              LogLevel.ERROR,
              "not kept" + facts + " because " + databaseReason + ", and " + queueReason,
              List.of(ReceiverMetric.DELIVERIES_NOT_KEPT));
    };
  }
}
