package io.schemamemory.normalizedeliveries.batch;

import io.schemamemory.data.inbox.Claim;
import io.schemamemory.data.inbox.Delivery;
import io.schemamemory.data.inbox.QuarantinedDelivery;
import io.schemamemory.domain.event.Event;
import io.schemamemory.domain.observation.Channel;
import io.schemamemory.domain.observation.Sighting;
import io.schemamemory.memorywriter.sighting.IncomingSighting;
import io.schemamemory.normalizedeliveries.batch.NormalizationDecision.Quarantine;
import io.schemamemory.normalizedeliveries.batch.NormalizationDecision.Write;
import io.schemamemory.planetscale.EventReader;
import io.schemamemory.planetscale.EventReading.Read;
import io.schemamemory.planetscale.EventReading.Unreadable;
import jakarta.inject.Singleton;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads a delivery and decides what to do with it.
@Singleton
class DeliveryReader {
  /// Enough to outlast an hour of database trouble, few enough to notice a delivery that kills the
  /// function.
  static final int MOST_ATTEMPTS = 5;

  private static final String VERSION =
      Objects.requireNonNullElse(
          DeliveryReader.class.getPackage().getImplementationVersion(), "development");

  private final EventReader reader;

  DeliveryReader(EventReader reader) {
    this.reader = reader;
  }

  NormalizationDecision decide(Delivery delivery) {
    if (delivery.claim().attempts() > MOST_ATTEMPTS) {
      return quarantine(delivery, "normalizing it did not end in " + MOST_ATTEMPTS + " attempts");
    }
    Optional<byte[]> body = delivery.body();
    if (body.isEmpty()) {
      return quarantine(delivery, "its body is no longer kept");
    }
    try {
      return switch (reader.read(body.get())) {
        case Read(Event event) -> new Write(sighting(delivery, event), event.passedOver());
        case Unreadable(String reason, var event) -> quarantine(delivery, reason, event);
      };
    } catch (RuntimeException unforeseen) {
      // Thrown, it would fail the whole batch; so only this delivery goes to quarantine.
      return quarantine(
          delivery, "reading it failed with " + unforeseen.getClass().getSimpleName());
    }
  }

  /// A claim that nothing could be read for: it is given up, or it would be claimed for ever.
  NormalizationDecision absent(Claim claim) {
    String reason = "the delivery or its source was deleted while it was pending";
    return new Quarantine(givenUp(claim, reason), LoggedDelivery.of(claim));
  }

  /// A delivery that was read and could not be written.
  QuarantinedDelivery givenUp(Claim claim, String reason) {
    return new QuarantinedDelivery(claim, reason, VERSION, null);
  }

  private static IncomingSighting sighting(Delivery delivery, Event event) {
    String digest = HexFormat.of().formatHex(delivery.digest());
    Sighting sighting =
        Sighting.of(event, Channel.WEBHOOK, delivery.source(), digest, delivery.receivedAt());
    return new IncomingSighting(
        delivery.workspaceId(), delivery.id(), true, sighting, event.actors());
  }

  private static NormalizationDecision quarantine(Delivery delivery, String reason) {
    return quarantine(delivery, reason, null);
  }

  private static NormalizationDecision quarantine(
      Delivery delivery, String reason, @Nullable String event) {
    return new Quarantine(
        new QuarantinedDelivery(delivery.claim(), reason, VERSION, event),
        LoggedDelivery.of(delivery));
  }
}
