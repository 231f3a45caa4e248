package io.schemamemory.memory;

import io.schemamemory.domain.ddl.StatementReader;
import io.schemamemory.domain.event.Envelope;
import io.schemamemory.domain.observation.Channel;
import io.schemamemory.domain.observation.Observation;
import io.schemamemory.domain.observation.ObservationKey;
import io.schemamemory.domain.observation.Sighting;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

  /// As it will be read again: the database keeps microseconds.
  static Told kept(Told told) {
    Sighting one = told.sighting();
    Envelope envelope = one.envelope();
    Sighting kept =
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
            one.exact());
    return new Told(told.workspaceId(), told.reference(), kept, told.actors());
  }

  private static Instant micros(Instant at) {
    return at.plusNanos(500).truncatedTo(ChronoUnit.MICROS);
  }

  /// Folds what was seen into one observation each, by its number.
  Map<Long, Observation> fold(List<SightingRow> rows) {
    return fold(List.of(), List.of(), rows);
  }

  /// The same with what is told only now.
  ///
  /// @param locked the observations of all that is told
  Map<Long, Observation> fold(List<LockedRow> locked, List<Told> told, List<SightingRow> rows) {
    Map<String, Long> numbers =
        locked.stream().collect(Collectors.toMap(LockedRow::key, LockedRow::id));
    Map<Long, List<Sighting>> seen = new HashMap<>();
    rows.forEach(row -> all(seen, row.observationId()).add(sighting(row)));
    for (Told one : told) {
      Long number = numbers.get(one.sighting().key().text());
      all(seen, Objects.requireNonNull(number, "whatever is told was locked")).add(one.sighting());
    }
    return seen.entrySet().stream()
        .collect(
            Collectors.toMap(Map.Entry::getKey, one -> Observation.of(one.getValue(), reader)));
  }

  private static List<Sighting> all(Map<Long, List<Sighting>> seen, long observation) {
    return seen.computeIfAbsent(observation, _ -> new ArrayList<>());
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
