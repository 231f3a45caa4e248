package io.schemamemory.receivewebhook;

import io.schemamemory.domain.signature.Verification;
import io.schemamemory.domain.signature.Verification.Authentic;
import io.schemamemory.domain.signature.Verification.Reason;
import io.schemamemory.domain.signature.Verification.Rejected;
import io.schemamemory.domain.signature.VerifiedPayload;
import io.schemamemory.webhook.secrets.CurrentSecrets;
import io.schemamemory.webhook.secrets.SecretsUnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;

/// What to do with a request, decided from its bytes alone and before anything is done about it.
sealed interface Decision {
  /// 4 MiB. In base64 that is 5.6 MB, and Lambda hands over an event of at most 6 MB.
  int MOST_BYTES = 4 * 1024 * 1024;

  /// PlanetScale sent it.
  ///
  /// @param arrivedAt when API Gateway had it, by its clock
  record Store(VerifiedPayload payload, Instant arrivedAt) implements Decision {}

  /// PlanetScale did not send it, as far as the secrets say.
  ///
  /// @param source empty if it is unknown: then its name is whatever a stranger wrote into a path
  record Reject(Reason reason, String source) implements Decision {}

  /// It is no webhook, or too large for one.
  ///
  /// @param status the answer
  /// @param why for the log
  record BadRequest(int status, String why) implements Decision {}

  /// It cannot be verified now: no secret could be read.
  record Postpone(String why) implements Decision {}

  /// It is the schedule, which only keeps the snapshot in use.
  record KeepWarm() implements Decision {}

  /// Decides about an event of API Gateway, or about any other bytes.
  static Decision of(InputStream event, CurrentSecrets secrets) throws IOException {
    return of(WebhookRequest.read(event), secrets);
  }

  /// Decides about what was read of an event.
  static Decision of(Optional<WebhookRequest> request, CurrentSecrets secrets) {
    if (request.isEmpty()) {
      return new BadRequest(400, "EVENT_UNREADABLE");
    }
    return request.get().isScheduled() ? new KeepWarm() : of(request.get(), secrets);
  }

  private static Decision of(WebhookRequest request, CurrentSecrets secrets) {
    int bytes = request.body().length;
    // Before the signature: a stranger gets no pass over megabytes, and the answer is the same for
    // every sender, so it reveals nothing about sources and secrets.
    if (bytes > MOST_BYTES) {
      return new BadRequest(413, "BODY_TOO_LARGE bytes=" + bytes);
    }
    try {
      return switch (verify(request, secrets)) {
        case Authentic(VerifiedPayload payload) -> new Store(payload, request.arrivedAt());
        case Rejected(Reason reason) -> new Reject(reason, source(request, reason));
      };
    } catch (SecretsUnavailableException nothingToVerifyWith) {
      return new Postpone(String.valueOf(nothingToVerifyWith.getMessage()));
    }
  }

  private static Verification verify(WebhookRequest request, CurrentSecrets secrets) {
    return secrets.verify(
        request.signature(),
        verifier -> verifier.verify(request.source(), request.signature(), request.body()));
  }

  private static String source(WebhookRequest request, Reason reason) {
    return reason == Reason.UNKNOWN_SOURCE ? "" : request.source();
  }
}
