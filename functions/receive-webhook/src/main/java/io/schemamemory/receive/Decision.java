package io.schemamemory.receive;

import io.schemamemory.domain.signature.SignatureVerifier;
import io.schemamemory.domain.signature.Verification.Authentic;
import io.schemamemory.domain.signature.Verification.Reason;
import io.schemamemory.domain.signature.Verification.Rejected;
import io.schemamemory.domain.signature.VerifiedPayload;
import io.schemamemory.domain.signature.WebhookSecrets;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;

/// What becomes of a request, decided from its bytes alone and before anything is done about it.
sealed interface Decision {
  /// 4 MiB. In base64 that is 5.6 MB, and Lambda hands over an event of at most 6 MB.
  int MOST_BYTES = 4 * 1024 * 1024;

  /// PlanetScale sent it.
  ///
  /// @param arrivedAt when API Gateway had it, by its clock
  record Store(VerifiedPayload payload, Instant arrivedAt) implements Decision {}

  /// Nothing of it is kept.
  ///
  /// @param status the answer
  /// @param why for the log; never says what would have been right
  record Refuse(int status, String why) implements Decision {}

  /// Decides about an event of API Gateway; about any other bytes too.
  static Decision of(InputStream event, WebhookSecrets secrets) throws IOException {
    Optional<WebhookRequest> request = WebhookRequest.read(event);
    return request.isPresent() ? of(request.get(), secrets) : new Refuse(400, "EVENT_UNREADABLE");
  }

  private static Decision of(WebhookRequest request, WebhookSecrets secrets) {
    int bytes = request.body().length;
    // Before the signature: who has no secret buys no pass over megabytes with it, and the answer
    // is the same for everybody, so it tells nothing about sources and secrets.
    if (bytes > MOST_BYTES) {
      return new Refuse(413, "BODY_TOO_LARGE bytes=" + bytes);
    }
    SignatureVerifier verifier = new SignatureVerifier(secrets);
    return switch (verifier.verify(request.source(), request.signature(), request.body())) {
      case Authentic(VerifiedPayload payload) -> new Store(payload, request.arrivedAt());
      case Rejected(Reason reason) -> new Refuse(401, reason.name());
    };
  }
}
