package io.schemamemory.normalize;

import io.schemamemory.data.Delivery;
import io.schemamemory.data.Quarantined;
import io.schemamemory.domain.event.Event;
import io.schemamemory.domain.observation.Channel;
import io.schemamemory.domain.observation.Sighting;
import io.schemamemory.memory.Told;
import io.schemamemory.normalize.Verdict.GiveUp;
import io.schemamemory.normalize.Verdict.Tell;
import io.schemamemory.planetscale.EventReader;
import io.schemamemory.planetscale.Reading.Read;
import io.schemamemory.planetscale.Reading.Unreadable;
import jakarta.inject.Singleton;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads a delivery and decides what becomes of it.
@Singleton
class Judge {
  /// Enough to outlast a bad hour of the database, few enough to notice a delivery that kills.
  static final int MOST_ATTEMPTS = 5;

  private static final String VERSION =
      Objects.requireNonNullElse(
          Judge.class.getPackage().getImplementationVersion(), "development");

  private final EventReader reader;

  Judge(EventReader reader) {
    this.reader = reader;
  }

  Verdict judge(Delivery delivery) {
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

  private static Told told(Delivery delivery, Event event) {
    String digest = HexFormat.of().formatHex(delivery.digest());
    Sighting sighting = Sighting.of(event, Channel.WEBHOOK, delivery.source(), digest);
    return new Told(delivery.workspaceId(), delivery.id(), true, sighting, event.actors());
  }

  private static Verdict giveUp(Delivery delivery, String reason) {
    return giveUp(delivery, reason, null);
  }

  private static Verdict giveUp(Delivery delivery, String reason, @Nullable String event) {
    return new GiveUp(new Quarantined(delivery.claim(), reason, VERSION, event));
  }
}
