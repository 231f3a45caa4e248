package io.schemamemory.memory;

import io.schemamemory.domain.ddl.StatementReader;
import io.schemamemory.domain.event.Envelope;
import io.schemamemory.domain.observation.Channel;
import io.schemamemory.domain.observation.Observation;
import io.schemamemory.domain.observation.ObservationKey;
import io.schemamemory.domain.observation.Sighting;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Turns sightings into rows and back.
@Singleton
class Sightings {
  private final FactsJson json;
  private final Clock clock;
  private final StatementReader reader;

  Sightings(FactsJson json, Clock clock, StatementReader reader) {
    this.json = json;
    this.clock = clock;
    this.reader = reader;
  }

  SightingRow row(Told told) {
    Sighting sighting = told.sighting();
    Envelope envelope = sighting.envelope();
    return new SightingRow(
        0,
        told.workspaceId(),
        sighting.key().text(),
        sighting.kind(),
        sighting.channel().label(),
        told.reference(),
        envelope.event(),
        envelope.organization(),
        envelope.database(),
        envelope.sentAt(),
        sighting.occurredAt(),
        sighting.exact(),
        sighting.facts().updatedAt(),
        sighting.digest(),
        json.write(sighting.facts()),
        clock.instant());
  }

  /// Folds what was seen into one observation each, by its number.
  Map<Long, Observation> fold(List<SightingRow> rows) {
    Map<Long, List<Sighting>> seen =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    SightingRow::observationId,
                    Collectors.mapping(this::sighting, Collectors.toList())));
    return seen.entrySet().stream()
        .collect(
            Collectors.toMap(Map.Entry::getKey, one -> Observation.of(one.getValue(), reader)));
  }

  private Sighting sighting(SightingRow row) {
    return new Sighting(
        new ObservationKey(row.key()),
        Channel.ofLabel(row.channel()),
        row.digest(),
        row.kind(),
        new Envelope(row.event(), row.sentAt(), row.organization(), row.databaseName()),
        json.read(row.kind(), row.facts()),
        row.occurredAt(),
        row.exact());
  }
}
