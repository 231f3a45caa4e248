package io.schemamemory.memorywriter.observation;

import io.schemamemory.domain.ddl.StatementReader;
import io.schemamemory.domain.event.ActorId;
import io.schemamemory.domain.observation.Observation;
import io.schemamemory.memorywriter.entity.EntityRow;
import io.schemamemory.memorywriter.entity.FacetWriter;
import io.schemamemory.memorywriter.people.People;
import io.schemamemory.memorywriter.rows.Chunks;
import io.schemamemory.memorywriter.rows.IdArray;
import io.schemamemory.memorywriter.rows.RowJson;
import io.schemamemory.memorywriter.sighting.IncomingSighting;
import io.schemamemory.memorywriter.sighting.SightingRepository;
import io.schemamemory.memorywriter.sighting.Sightings;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Writes sightings and folds them into observations: the best sighting words each.
@Singleton
public class Observations {
  private final ObservationRepository observations;
  private final SightingRepository repository;
  private final Sightings sightings;
  private final SightingFold fold;
  private final People people;
  private final FacetWriter facets;
  private final RowJson json;

  Observations(
      ObservationRepository observations,
      SightingRepository repository,
      Sightings sightings,
      SightingFold fold,
      People people,
      FacetWriter facets,
      RowJson json) {
    this.observations = observations;
    this.repository = repository;
    this.sightings = sightings;
    this.fold = fold;
    this.people = people;
    this.facets = facets;
    this.json = json;
  }

  /// Replaces the earlier sightings of the same references, and folds every observation that
  /// gained or lost a sighting.
  public FoldResult write(
      long workspaceId, List<IncomingSighting> incoming, StatementReader reader) {
    List<IncomingSighting> ordered =
        incoming.stream()
            .map(Sightings::asStored)
            .sorted(Comparator.comparing(one -> one.sighting().key().text()))
            .toList();
    Map<String, Observation> byKey = SightingFold.byKey(ordered, reader);
    Map<ActorId, Long> ids = new HashMap<>(people(workspaceId, byKey.values()));
    List<NumberedRow> inserted = insert(workspaceId, byKey, ids);
    String channel = IncomingSighting.channel(ordered);
    List<Long> replaced = IncomingSighting.replaced(ordered);
    List<NumberedRow> existing = lock(workspaceId, others(byKey, inserted), channel, replaced);
    if (!replaced.isEmpty()) {
      repository.deleteSightings(channel, IdArray.of(replaced));
    }
    // Read before the new ones are inserted: these are at hand.
    Map<Long, Observation> updated = fold(existing, ordered, reader);
    insertSightings(ordered, Stream.concat(inserted.stream(), existing.stream()));
    ids.putAll(people(workspaceId, updated.values()));
    update(workspaceId, updated, ids);
    Map<Long, Observation> folded = new HashMap<>(updated);
    inserted.forEach(one -> folded.put(one.id(), byKey.get(one.key())));
    Set<EntityRow> named = facets.replace(ids(existing), folded, ids, reader);
    deleteWithoutSightings(existing);
    return new FoldResult(folded, named);
  }

  /// Inserts the observations that are missing, complete: as folded from the incoming sightings.
  private List<NumberedRow> insert(
      long workspaceId, Map<String, Observation> byKey, Map<ActorId, Long> people) {
    return Chunks.of(
            byKey.values().stream()
                .map(one -> ObservationRow.of(0, workspaceId, one, people))
                .toList())
        .flatMap(rows -> json.read(observations.insertMissing(json.write(rows)), NumberedRow.class))
        .toList();
  }

  /// The keys that existed already; no other transaction sees those inserted here yet.
  private static Set<String> others(Map<String, Observation> byKey, List<NumberedRow> inserted) {
    Set<String> others = new LinkedHashSet<>(byKey.keySet());
    inserted.forEach(one -> others.remove(one.key()));
    return others;
  }

  /// Locks the observations that existed, and those whose sightings are replaced.
  private List<NumberedRow> lock(
      long workspaceId, Set<String> keys, String channel, List<Long> replaced) {
    return keys.isEmpty() && replaced.isEmpty()
        ? List.of()
        : observations.lockObservations(
            workspaceId, json.write(keys), channel, IdArray.of(replaced));
  }

  private static List<Long> ids(List<NumberedRow> rows) {
    return rows.stream().map(NumberedRow::id).toList();
  }

  private Map<Long, Observation> fold(
      List<NumberedRow> existing, List<IncomingSighting> incoming, StatementReader reader) {
    return existing.isEmpty()
        ? Map.of()
        : fold.both(
            existing, incoming, repository.ofObservations(IdArray.of(ids(existing))), reader);
  }

  private void insertSightings(List<IncomingSighting> incoming, Stream<NumberedRow> observed) {
    Map<String, Long> ids = observed.collect(Collectors.toMap(NumberedRow::key, NumberedRow::id));
    Chunks.of(incoming.stream().map(one -> sightings.row(one, id(one, ids))).toList())
        .forEach(rows -> repository.insertSightings(json.write(rows)));
  }

  /// Another worker may have deleted an observation before it was locked here.
  private static long id(IncomingSighting incoming, Map<String, Long> ids) {
    @Nullable Long id = ids.get(incoming.sighting().key().text());
    if (id == null) {
      throw new IllegalStateException(
          "observation deleted by a concurrent worker; it will be retried");
    }
    return id;
  }

  private Map<ActorId, Long> people(long workspaceId, Collection<Observation> observations) {
    return people.find(
        workspaceId,
        observations.stream().flatMap(one -> one.entry().people().stream()).distinct().toList());
  }

  private void update(long workspaceId, Map<Long, Observation> updated, Map<ActorId, Long> people) {
    Chunks.of(
            updated.entrySet().stream()
                .map(one -> ObservationRow.of(one.getKey(), workspaceId, one.getValue(), people))
                .toList())
        .forEach(rows -> observations.updateObservations(json.write(rows)));
  }

  private void deleteWithoutSightings(List<NumberedRow> existing) {
    if (!existing.isEmpty()) {
      String ids = IdArray.of(ids(existing));
      observations.clearDuplicates(ids);
      observations.deleteWithoutSightings(ids);
    }
  }
}
