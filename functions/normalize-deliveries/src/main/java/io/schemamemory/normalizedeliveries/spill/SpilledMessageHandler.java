package io.schemamemory.normalizedeliveries.spill;

import io.schemamemory.data.inbox.Inbox;
import io.schemamemory.data.inbox.Receipt;
import io.schemamemory.domain.signature.DeliveryDigest;
import io.schemamemory.domain.signature.SignatureVerifier;
import io.schemamemory.domain.signature.Verification.Authentic;
import io.schemamemory.domain.signature.Verification.Reason;
import io.schemamemory.domain.signature.Verification.Rejected;
import io.schemamemory.domain.signature.VerifiedPayload;
import io.schemamemory.domain.signature.WebhookSecrets;
import io.schemamemory.job.Transactions;
import io.schemamemory.normalizedeliveries.spill.SpillResult.Failed;
import io.schemamemory.normalizedeliveries.spill.SpillResult.Refused;
import io.schemamemory.normalizedeliveries.spill.SpillResult.Stored;
import io.schemamemory.normalizedeliveries.spill.SpilledMessages.Message;
import io.schemamemory.webhook.spill.Decoding.Decoded;
import io.schemamemory.webhook.spill.Decoding.Malformed;
import io.schemamemory.webhook.spill.SpilledDelivery;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/// Verifies a spilled delivery again, then stores it in a transaction of its own.
@Singleton
class SpilledMessageHandler {
  private final Transactions transactions;
  private final Supplier<WebhookSecrets> secrets;

  SpilledMessageHandler(Transactions transactions, Supplier<WebhookSecrets> secrets) {
    this.transactions = transactions;
    this.secrets = secrets;
  }

  SpillResult handle(Message message) {
    try {
      return switch (SpilledDelivery.decode(message.body())) {
        case Decoded(SpilledDelivery delivery) -> handle(delivery);
        case Malformed(String reason) -> new Refused(Optional.empty(), reason);
      };
    } catch (RuntimeException failure) {
      // Any exception: one message must not stop the others.
      return new Failed(Optional.empty(), failure);
    }
  }

  private SpillResult handle(SpilledDelivery delivery) {
    DeliveryDigest digest = delivery.digest();
    try {
      return store(delivery, digest);
    } catch (RuntimeException failure) {
      return new Failed(Optional.of(digest), failure);
    }
  }

  private SpillResult store(SpilledDelivery delivery, DeliveryDigest digest) {
    return switch (delivery.verifyAgain(new SignatureVerifier(secrets.get()))) {
      case Authentic(VerifiedPayload payload) -> store(payload, digest, delivery.receivedAt());
      case Rejected(Reason reason) -> new Refused(Optional.of(digest), reason.name());
    };
  }

  private SpillResult store(VerifiedPayload payload, DeliveryDigest digest, Instant receivedAt) {
    Receipt receipt =
        transactions.write(connection -> Inbox.receive(connection, payload, receivedAt));
    return switch (receipt) {
      case STORED, DUPLICATE -> new Stored(digest);
      case UNKNOWN_SOURCE ->
          new Refused(Optional.of(digest), "the database has no source " + payload.source());
    };
  }
}
