package io.schemamemory.memorywriter;

import io.schemamemory.domain.event.ActorId;
import io.schemamemory.domain.event.Facts;
import io.schemamemory.domain.observation.Observation;
import io.schemamemory.domain.observation.Sighting;
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

/// Folds sightings into observations: the best sighting tells each.
@Singleton
class Observations {
  private final ObservationRepository observations;
  private final SightingRepository repository;
  private final Sightings sightings;
  private final People people;
  private final FacetWriter facets;
  private final FactsJson json;

  Observations(
      ObservationRepository observations,
      SightingRepository repository,
      Sightings sightings,
      People people,
      FacetWriter facets,
      FactsJson json) {
    this.observations = observations;
    this.repository = repository;
    this.sightings = sightings;
    this.people = people;
    this.facets = facets;
    this.json = json;
  }

  /// Replaces what the same told before by what they tell now, and folds all it touches.
  FoldResult see(long workspaceId, List<IncomingSighting> news) {
    List<IncomingSighting> told =
        news.stream()
            .map(Sightings::kept)
            .sorted(Comparator.comparing(one -> one.sighting().key().text()))
            .toList();
    Map<String, Observation> alone = sightings.alone(told);
    Map<ActorId, Long> ids = new HashMap<>(people(workspaceId, alone.values()));
    List<NumberedRow> made = make(workspaceId, alone, ids);
    String channel = IncomingSighting.channel(told);
    List<Long> again = IncomingSighting.again(told);
    List<NumberedRow> old = lock(workspaceId, others(alone, made), channel, again);
    if (!again.isEmpty()) {
      repository.forget(channel, IdArray.of(again));
    }
    // Before the new ones stand there, too, which need not be read again.
    Map<Long, Observation> retold = fold(old, told);
    write(told, Stream.concat(made.stream(), old.stream()));
    ids.putAll(people(workspaceId, retold.values()));
    retell(workspaceId, retold, ids);
    Map<Long, Observation> folded = new HashMap<>(retold);
    made.forEach(one -> folded.put(one.id(), alone.get(one.key())));
    Set<EntityRow> named = facets.rewrite(old, folded, ids);
    dropUnseen(old);
    return new FoldResult(folded, named);
  }

  /// Makes what nobody has told of, whole: by what is told of it now.
  private List<NumberedRow> make(
      long workspaceId, Map<String, Observation> alone, Map<ActorId, Long> ids) {
    return Chunks.of(alone.values().stream().map(one -> row(0, workspaceId, one, ids)).toList())
        .flatMap(rows -> json.readAll(observations.make(json.write(rows)), NumberedRow.class))
        .toList();
  }

  /// The keys of those that were there: what was made here, nobody else sees yet.
  private static Set<String> others(Map<String, Observation> alone, List<NumberedRow> made) {
    Set<String> others = new LinkedHashSet<>(alone.keySet());
    made.forEach(one -> others.remove(one.key()));
    return others;
  }

  /// Those that were there, and those that the same told of before.
  private List<NumberedRow> lock(
      long workspaceId, Set<String> keys, String channel, List<Long> again) {
    return keys.isEmpty() && again.isEmpty()
        ? List.of()
        : observations.lock(workspaceId, json.write(keys), channel, IdArray.of(again));
  }

  private static String idArray(List<NumberedRow> rows) {
    return IdArray.of(rows.stream().map(NumberedRow::id).toList());
  }

  /// What was there already, by all that tells of it.
  private Map<Long, Observation> fold(List<NumberedRow> old, List<IncomingSighting> told) {
    return old.isEmpty() ? Map.of() : sightings.fold(old, told, repository.of(idArray(old)));
  }

  private void write(List<IncomingSighting> told, Stream<NumberedRow> observed) {
    Map<String, Long> numbers =
        observed.collect(Collectors.toMap(NumberedRow::key, NumberedRow::id));
    Chunks.of(told.stream().map(one -> sightings.row(one, number(one, numbers))).toList())
        .forEach(rows -> repository.see(json.write(rows)));
  }

  /// Another worker may have dropped an observation before it was locked here.
  private static long number(IncomingSighting told, Map<String, Long> numbers) {
    @Nullable Long number = numbers.get(told.sighting().key().text());
    if (number == null) {
      throw new IllegalStateException(
          "an observation went while it was told; told again, it comes");
    }
    return number;
  }

  private Map<ActorId, Long> people(long workspaceId, Collection<Observation> observations) {
    return people.find(
        workspaceId,
        observations.stream().flatMap(one -> one.entry().people().stream()).distinct().toList());
  }

  private void retell(long workspaceId, Map<Long, Observation> retold, Map<ActorId, Long> ids) {
    Chunks.of(
            retold.entrySet().stream()
                .map(one -> row(one.getKey(), workspaceId, one.getValue(), ids))
                .toList())
        .forEach(rows -> observations.retell(json.write(rows)));
  }

  private void dropUnseen(List<NumberedRow> old) {
    if (!old.isEmpty()) {
      observations.untell(idArray(old));
      observations.dropUnseen(idArray(old));
    }
  }

  private static ObservationRow row(
      long id, long workspaceId, Observation observation, Map<ActorId, Long> people) {
    Sighting best = observation.best();
    Facts facts = best.facts();
    return new ObservationRow(
        id,
        workspaceId,
        best.key().text(),
        best.kind(),
        best.envelope().organization(),
        best.envelope().database(),
        StoryLocks.id(facts),
        branch(facts),
        best.occurredAt(),
        observation.entry().template(),
        PeopleArray.of(observation.entry(), people));
  }

  private static @Nullable String branch(Facts facts) {
    return switch (facts) {
      case Facts.AuditEntry entry -> entry.branch();
      case Facts.DeployRequest request -> request.intoBranch();
      case Facts.Branch branch -> branch.name();
      case Facts.Storage storage -> storage.branch();
      case Facts.Backup backup -> backup.branch();
      case Facts.AccessRequest _, Facts.Recommendation _, Facts.WebhookTest _, Facts.Unknown _ ->
          null;
    };
  }
}
