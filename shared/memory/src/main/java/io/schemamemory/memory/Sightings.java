package io.schemamemory.memory;

import io.schemamemory.domain.event.Envelope;
import io.schemamemory.domain.observation.ObservationKey;
import io.schemamemory.domain.observation.Sighting;
import jakarta.inject.Singleton;
import java.time.Clock;

/// Turns sightings into rows and back.
@Singleton
class Sightings {
  private final FactsJson json;
  private final Clock clock;

  Sightings(FactsJson json, Clock clock) {
    this.json = json;
    this.clock = clock;
  }

  SightingRow row(Told told) {
    Sighting sighting = told.sighting();
    Envelope envelope = sighting.envelope();
    return new SightingRow(
        0,
        told.workspaceId(),
        sighting.key().text(),
        sighting.kind(),
        told.deliveryId(),
        envelope.event(),
        envelope.organization(),
        envelope.database(),
        envelope.sentAt(),
        sighting.occurredAt(),
        sighting.exact(),
        sighting.facts().updatedAt(),
        told.digest(),
        json.write(sighting.facts()),
        clock.instant());
  }

  Sighting sighting(SightingRow row) {
    return new Sighting(
        new ObservationKey(row.key()),
        row.kind(),
        new Envelope(row.event(), row.sentAt(), row.organization(), row.databaseName()),
        json.read(row.kind(), row.facts()),
        row.occurredAt(),
        row.exact());
  }
}
