package io.schemamemory.memorywriter;

import io.schemamemory.domain.event.Actor;
import io.schemamemory.domain.event.ActorId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Everybody who acted: meets them, and gives the ids that entries refer to.
@Singleton
class People {
  private final PersonIdentityRepository identities;
  private final FactsJson json;

  People(PersonIdentityRepository identities, FactsJson json) {
    this.identities = identities;
    this.json = json;
  }

  /// Makes whoever is new, and takes the newest name of each.
  void meet(long workspaceId, List<IncomingSighting> told) {
    List<PersonIdentity> met =
        told.stream()
            .flatMap(one -> named(workspaceId, one))
            .collect(
                Collectors.groupingBy(PersonIdentity::actor, TreeMap::new, Collectors.toList()))
            .values()
            .stream()
            .flatMap(People::newest)
            .toList();
    List<String> lots = Chunks.of(met).map(json::write).toList();
    // An identity that somebody else has committed has its person.
    if (lots.stream().mapToInt(identities::meet).sum() > 0) {
      lots.forEach(identities::settle);
    }
    if (lots.stream().mapToInt(lot -> identities.lock(lot).size()).sum() > 0) {
      lots.forEach(identities::name);
    }
  }

  /// The ids of people met before.
  Map<ActorId, Long> find(long workspaceId, Collection<ActorId> actors) {
    if (actors.isEmpty()) {
      return Map.of();
    }
    List<String> providerIds = actors.stream().map(ActorId::id).distinct().toList();
    return identities.find(workspaceId, providerIds).stream()
        .collect(Collectors.toMap(PersonIdentity::actor, PersonIdentity::personId));
  }

  /// Most of what is told tells of a few people. Only equally new names are left to the database,
  /// which has its own order of texts.
  private static Stream<PersonIdentity> newest(List<PersonIdentity> ofOne) {
    Optional<Instant> newest =
        ofOne.stream()
            .filter(one -> one.displayName() != null)
            .map(PersonIdentity::namedAt)
            .max(Comparator.naturalOrder());
    return newest.isEmpty()
        ? ofOne.stream().limit(1)
        : ofOne.stream()
            .filter(one -> one.displayName() != null && one.namedAt().equals(newest.get()))
            .distinct();
  }

  private static Stream<PersonIdentity> named(long workspaceId, IncomingSighting told) {
    Instant at = Sightings.micros(told.sighting().envelope().sentAt());
    return told.actors().stream().map(actor -> identity(workspaceId, actor, at));
  }

  private static PersonIdentity identity(long workspaceId, Actor actor, Instant at) {
    return new PersonIdentity(
        0,
        workspaceId,
        actor.id().type(),
        actor.id().id(),
        actor.displayName(),
        actor.avatarUrl(),
        at);
  }
}
