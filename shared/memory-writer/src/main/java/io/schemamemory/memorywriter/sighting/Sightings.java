package io.schemamemory.memorywriter.sighting;

import io.schemamemory.domain.event.Envelope;
import io.schemamemory.domain.observation.Channel;
import io.schemamemory.domain.observation.ObservationKey;
import io.schemamemory.domain.observation.Sighting;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Turns sightings into rows and back.
@Singleton
public class Sightings {
  private final FactsJson json;
  private final Clock clock;

  Sightings(FactsJson json, Clock clock) {
    this.json = json;
    this.clock = clock;
  }

  /// The row of one sighting.
  ///
  /// @param observationId the observation it belongs to
  public SightingRow row(IncomingSighting incoming, long observationId) {
    Sighting sighting = incoming.sighting();
    Envelope envelope = sighting.envelope();
    return new SightingRow(
        observationId,
        sighting.key().text(),
        sighting.kind(),
        sighting.channel().label(),
        incoming.reference(),
        envelope.event(),
        envelope.organization(),
        envelope.database(),
        envelope.sentAt(),
        sighting.occurredAt(),
        sighting.exact(),
        sighting.facts().updatedAt(),
        sighting.digest(),
        json.write(sighting.facts()),
        clock.instant(),
        sighting.receivedAt());
  }

  public Sighting sighting(SightingRow row) {
    return new Sighting(
        new ObservationKey(row.key()),
        Channel.ofLabel(row.channel()),
        row.digest(),
        row.kind(),
        new Envelope(row.event(), row.sentAt(), row.organization(), row.databaseName()),
        json.read(row.kind(), row.facts()),
        row.occurredAt(),
        row.exact(),
        row.receivedAt());
  }

  /// With times as they will be read back: the database stores microseconds.
  public static IncomingSighting asStored(IncomingSighting incoming) {
    Sighting one = incoming.sighting();
    Envelope envelope = one.envelope();
    return incoming.withSighting(
        new Sighting(
            one.key(),
            one.channel(),
            one.digest(),
            one.kind(),
            new Envelope(
                envelope.event(),
                micros(envelope.sentAt()),
                envelope.organization(),
                envelope.database()),
            one.facts(),
            micros(one.occurredAt()),
            one.exact(),
            micros(one.receivedAt())));
  }

  /// As the database rounds it.
  public static Instant micros(Instant at) {
    return at.plusNanos(500).truncatedTo(ChronoUnit.MICROS);
  }
}
