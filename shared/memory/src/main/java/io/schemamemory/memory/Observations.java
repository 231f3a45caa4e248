package io.schemamemory.memory;

import io.schemamemory.domain.event.ActorId;
import io.schemamemory.domain.event.Facts;
import io.schemamemory.domain.observation.EntrySentence;
import io.schemamemory.domain.observation.EntryText;
import io.schemamemory.domain.observation.Sighting;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Folds sightings into observations: the best sighting tells each.
@Singleton
class Observations {
  private final ObservationRepository observations;
  private final SightingRepository repository;
  private final Sightings sightings;
  private final People people;

  Observations(
      ObservationRepository observations,
      SightingRepository repository,
      Sightings sightings,
      People people) {
    this.observations = observations;
    this.repository = repository;
    this.sightings = sightings;
    this.people = people;
  }

  /// Replaces what deliveries told before by what they tell now, and folds all it touches.
  void see(long workspaceId, List<Told> told) {
    List<Told> inKeyOrder =
        told.stream().sorted(Comparator.comparing(one -> one.sighting().key().text())).toList();
    List<Long> deliveryIds = told.stream().map(Told::deliveryId).toList();
    List<String> keys = inKeyOrder.stream().map(one -> one.sighting().key().text()).toList();
    observations.make(
        inKeyOrder.stream()
            .map(one -> row(0, one.workspaceId(), one.sighting(), EntryText.EMPTY, Map.of()))
            .toList());
    List<Long> touched = observations.lock(workspaceId, keys, deliveryIds);
    repository.forget(deliveryIds);
    requireAll(inKeyOrder.size(), repository.see(inKeyOrder.stream().map(sightings::row).toList()));
    fold(workspaceId, touched);
    observations.dropUnseen(touched);
  }

  /// Another worker may have dropped an observation between its making and its locking here.
  private static void requireAll(int told, int seen) {
    if (seen != told) {
      throw new IllegalStateException(
          "an observation went while it was told; told again, it comes");
    }
  }

  private void fold(long workspaceId, List<Long> touched) {
    Map<Long, Sighting> best =
        repository.best(touched).stream()
            .collect(Collectors.toMap(SightingRow::observationId, sightings::sighting));
    Map<Long, EntryText> entries =
        best.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, one -> EntrySentence.of(one.getValue())));
    List<ActorId> actors =
        entries.values().stream().flatMap(entry -> entry.people().stream()).distinct().toList();
    Map<ActorId, Long> ids = people.find(workspaceId, actors);
    observations.retell(
        best.entrySet().stream()
            .map(
                one ->
                    row(
                        one.getKey(),
                        workspaceId,
                        one.getValue(),
                        entries.getOrDefault(one.getKey(), EntryText.EMPTY),
                        ids))
            .toList());
  }

  private static ObservationRow row(
      long id, long workspaceId, Sighting sighting, EntryText entry, Map<ActorId, Long> people) {
    Facts facts = sighting.facts();
    return new ObservationRow(
        id,
        workspaceId,
        sighting.key().text(),
        sighting.kind(),
        sighting.envelope().organization(),
        sighting.envelope().database(),
        facts instanceof Facts.DeployRequest request ? request.id() : null,
        switch (facts) {
          case Facts.DeployRequest request -> request.intoBranch();
          case Facts.Branch branch -> branch.name();
          case Facts.Bare _ -> null;
        },
        sighting.occurredAt(),
        entry.template(),
        PeopleArray.of(entry, people));
  }
}
