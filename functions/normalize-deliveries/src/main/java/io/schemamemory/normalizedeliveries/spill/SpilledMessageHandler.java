package io.schemamemory.normalizedeliveries.spill;

import io.schemamemory.data.inbox.Inbox;
import io.schemamemory.data.inbox.Receipt;
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
        case Decoded(SpilledDelivery delivery) -> store(delivery);
        case Malformed(String reason) -> new Refused(reason);
      };
    } catch (RuntimeException failure) {
      // Any exception: one message must not stop the others.
      return new Failed(failure);
    }
  }

  private SpillResult store(SpilledDelivery delivery) {
    return switch (delivery.verifyAgain(new SignatureVerifier(secrets.get()))) {
      case Authentic(VerifiedPayload payload) -> store(payload, delivery.receivedAt());
      case Rejected(Reason reason) -> new Refused(reason.name());
    };
  }

  private SpillResult store(VerifiedPayload payload, Instant receivedAt) {
    Receipt receipt =
        transactions.write(connection -> Inbox.receive(connection, payload, receivedAt));
    return switch (receipt) {
      case STORED, DUPLICATE -> new Stored();
      case UNKNOWN_SOURCE -> new Refused("the database has no source " + payload.source());
    };
  }
}
