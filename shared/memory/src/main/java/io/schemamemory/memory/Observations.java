package io.schemamemory.memory;

import io.schemamemory.domain.event.ActorId;
import io.schemamemory.domain.event.Facts;
import io.schemamemory.domain.observation.EntryText;
import io.schemamemory.domain.observation.Observation;
import io.schemamemory.domain.observation.Sighting;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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
  Seen see(long workspaceId, List<Told> news) {
    List<Told> inKeyOrder =
        news.stream()
            .map(Sightings::kept)
            .sorted(Comparator.comparing(one -> one.sighting().key().text()))
            .toList();
    String channel = Told.channel(news);
    List<Long> references = news.stream().map(Told::reference).toList();
    List<String> keys = inKeyOrder.stream().map(one -> one.sighting().key().text()).toList();
    Chunks.of(
            inKeyOrder.stream()
                .map(one -> row(0, workspaceId, unwritten(one.sighting()), Map.of()))
                .toList())
        .forEach(rows -> observations.make(json.write(rows)));
    List<LockedRow> locked = observations.lock(workspaceId, keys, channel, references);
    List<Long> touched = locked.stream().map(LockedRow::id).toList();
    repository.forget(channel, references);
    // Before the new ones stand there, too, which need not be read again.
    List<SightingRow> others = repository.of(touched);
    write(inKeyOrder);
    Seen seen = fold(workspaceId, touched, sightings.fold(locked, inKeyOrder, others));
    observations.untell(touched);
    observations.dropUnseen(touched);
    return seen;
  }

  private void write(List<Told> inKeyOrder) {
    int seen =
        Chunks.of(inKeyOrder.stream().map(sightings::row).toList())
            .mapToInt(rows -> repository.see(json.write(rows)))
            .sum();
    requireAll(inKeyOrder.size(), seen);
  }

  /// Its row is made and locked before its sightings are read, which tell it.
  private static Observation unwritten(Sighting sighting) {
    return new Observation(sighting, EntryText.EMPTY);
  }

  /// Another worker may have dropped an observation between its making and its locking here.
  private static void requireAll(int told, int seen) {
    if (seen != told) {
      throw new IllegalStateException(
          "an observation went while it was told; told again, it comes");
    }
  }

  private Seen fold(long workspaceId, List<Long> touched, Map<Long, Observation> folded) {
    List<ActorId> actors =
        folded.values().stream().flatMap(one -> one.entry().people().stream()).distinct().toList();
    Map<ActorId, Long> ids = people.find(workspaceId, actors);
    Chunks.of(
            folded.entrySet().stream()
                .map(one -> row(one.getKey(), workspaceId, one.getValue(), ids))
                .toList())
        .forEach(rows -> observations.retell(json.write(rows)));
    return new Seen(folded, facets.rewrite(touched, folded, ids));
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
