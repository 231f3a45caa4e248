package io.schemamemory.normalizedeliveries.batch;

import io.schemamemory.data.inbox.Delivery;
import io.schemamemory.data.inbox.QuarantinedDelivery;
import io.schemamemory.domain.event.Event;
import io.schemamemory.domain.observation.Channel;
import io.schemamemory.domain.observation.Sighting;
import io.schemamemory.memorywriter.sighting.IncomingSighting;
import io.schemamemory.normalizedeliveries.batch.NormalizationDecision.GiveUp;
import io.schemamemory.normalizedeliveries.batch.NormalizationDecision.Tell;
import io.schemamemory.planetscale.EventReader;
import io.schemamemory.planetscale.EventReading.Read;
import io.schemamemory.planetscale.EventReading.Unreadable;
import jakarta.inject.Singleton;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads a delivery and decides what becomes of it.
@Singleton
class DeliveryReader {
  /// Enough to outlast a bad hour of the database, few enough to notice a delivery that kills.
  static final int MOST_ATTEMPTS = 5;

  private static final String VERSION =
      Objects.requireNonNullElse(
          DeliveryReader.class.getPackage().getImplementationVersion(), "development");

  private final EventReader reader;

  DeliveryReader(EventReader reader) {
    this.reader = reader;
  }

  NormalizationDecision judge(Delivery delivery) {
    if (delivery.claim().attempts() > MOST_ATTEMPTS) {
      return giveUp(delivery, "normalizing it did not end in " + MOST_ATTEMPTS + " attempts");
    }
    Optional<byte[]> body = delivery.body();
    if (body.isEmpty()) {
      return giveUp(delivery, "its body is no longer kept");
    }
    try {
      return switch (reader.read(body.get(), delivery.receivedAt())) {
        case Read(Event event) -> new Tell(told(delivery, event), event.passedOver());
        case Unreadable(String reason, var event) -> giveUp(delivery, reason, event);
      };
    } catch (RuntimeException unforeseen) {
      // Alone it goes to quarantine; thrown, it would take its whole batch along.
      return giveUp(delivery, "reading it failed with " + unforeseen.getClass().getSimpleName());
    }
  }

  private static IncomingSighting told(Delivery delivery, Event event) {
    String digest = HexFormat.of().formatHex(delivery.digest());
    Sighting sighting = Sighting.of(event, Channel.WEBHOOK, delivery.source(), digest);
    return new IncomingSighting(
        delivery.workspaceId(), delivery.id(), true, sighting, event.actors());
  }

  private static NormalizationDecision giveUp(Delivery delivery, String reason) {
    return giveUp(delivery, reason, null);
  }

  private static NormalizationDecision giveUp(
      Delivery delivery, String reason, @Nullable String event) {
    return new GiveUp(new QuarantinedDelivery(delivery.claim(), reason, VERSION, event));
  }
}
