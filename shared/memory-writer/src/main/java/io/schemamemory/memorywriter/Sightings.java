package io.schemamemory.memorywriter;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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

  /// @param observation the number of what it tells of
  SightingRow row(IncomingSighting told, long observation) {
    Sighting sighting = told.sighting();
    Envelope envelope = sighting.envelope();
    return new SightingRow(
        observation,
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
  static IncomingSighting kept(IncomingSighting told) {
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
    return new IncomingSighting(
        told.workspaceId(), told.reference(), told.again(), kept, told.actors());
  }

  /// As the database rounds it.
  static Instant micros(Instant at) {
    return at.plusNanos(500).truncatedTo(ChronoUnit.MICROS);
  }

  /// Folds what is told into one observation each, by its key and in the order given.
  Map<String, Observation> alone(List<IncomingSighting> told) {
    Map<String, List<Sighting>> seen = new LinkedHashMap<>();
    told.forEach(one -> all(seen, one.sighting().key().text()).add(one.sighting()));
    return folded(seen);
  }

  /// Folds what was seen into one observation each, by its number.
  Map<Long, Observation> fold(List<SightingRow> rows) {
    return fold(List.of(), List.of(), rows);
  }

  /// The same with what is told of them only now.
  Map<Long, Observation> fold(
      List<NumberedRow> old, List<IncomingSighting> told, List<SightingRow> rows) {
    Map<String, Long> numbers =
        old.stream().collect(Collectors.toMap(NumberedRow::key, NumberedRow::id));
    Map<Long, List<Sighting>> seen = new HashMap<>();
    rows.forEach(row -> all(seen, row.observationId()).add(sighting(row)));
    for (IncomingSighting one : told) {
      @Nullable Long number = numbers.get(one.sighting().key().text());
      if (number != null) {
        all(seen, number).add(one.sighting());
      }
    }
    return folded(seen);
  }

  private <K> Map<K, Observation> folded(Map<K, List<Sighting>> seen) {
    Map<K, Observation> folded = new LinkedHashMap<>();
    seen.forEach((one, sightings) -> folded.put(one, Observation.of(sightings, reader)));
    return folded;
  }

  private static <K> List<Sighting> all(Map<K, List<Sighting>> seen, K observation) {
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
