package io.schemamemory.memorywriter.observation;

import io.schemamemory.domain.ddl.StatementReader;
import io.schemamemory.domain.observation.Observation;
import io.schemamemory.domain.observation.Sighting;
import io.schemamemory.memorywriter.sighting.IncomingSighting;
import io.schemamemory.memorywriter.sighting.SightingRow;
import io.schemamemory.memorywriter.sighting.Sightings;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Folds sightings into one observation each, stored and incoming ones alike.
@Singleton
public class SightingFold {
  private final Sightings sightings;

  SightingFold(Sightings sightings) {
    this.sightings = sightings;
  }

  /// Incoming sightings alone, by key and in the order given.
  static Map<String, Observation> byKey(List<IncomingSighting> incoming, StatementReader reader) {
    Map<String, List<Sighting>> byKey = new LinkedHashMap<>();
    incoming.forEach(one -> list(byKey, one.sighting().key().text()).add(one.sighting()));
    return fold(byKey, reader);
  }

  /// Stored sightings, by the observation's id.
  public Map<Long, Observation> stored(List<SightingRow> rows, StatementReader reader) {
    return both(List.of(), List.of(), rows, reader);
  }

  /// Stored sightings, and the incoming ones of the same observations, by the observation's id.
  Map<Long, Observation> both(
      List<NumberedRow> observations,
      List<IncomingSighting> incoming,
      List<SightingRow> rows,
      StatementReader reader) {
    Map<String, Long> ids =
        observations.stream().collect(Collectors.toMap(NumberedRow::key, NumberedRow::id));
    Map<Long, List<Sighting>> byId = new HashMap<>();
    rows.forEach(row -> list(byId, row.observationId()).add(sightings.sighting(row)));
    for (IncomingSighting one : incoming) {
      @Nullable Long id = ids.get(one.sighting().key().text());
      if (id != null) {
        list(byId, id).add(one.sighting());
      }
    }
    return fold(byId, reader);
  }

  private static <K> Map<K, Observation> fold(
      Map<K, List<Sighting>> sightings, StatementReader reader) {
    Map<K, Observation> folded = new LinkedHashMap<>();
    sightings.forEach((observation, all) -> folded.put(observation, Observation.of(all, reader)));
    return folded;
  }

  private static <K> List<Sighting> list(Map<K, List<Sighting>> lists, K key) {
    return lists.computeIfAbsent(key, _ -> new ArrayList<>());
  }
}
