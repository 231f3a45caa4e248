package io.schemamemory.memorywriter.people;

import io.schemamemory.domain.event.Actor;
import io.schemamemory.domain.event.ActorId;
import io.schemamemory.domain.event.SourceClock;
import io.schemamemory.memorywriter.rows.Chunks;
import io.schemamemory.memorywriter.rows.RowJson;
import io.schemamemory.memorywriter.sighting.IncomingSighting;
import io.schemamemory.memorywriter.sighting.Sightings;
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

/// The people who acted: inserts them, and finds the ids that entries refer to.
@Singleton
public class People {
  /// A name that only a doubtful time gives goes behind all others.
  private static final Comparator<PersonIdentity> NEWEST_LAST =
      Comparator.comparing(PersonIdentity::nameDoubtful, Comparator.reverseOrder())
          .thenComparing(PersonIdentity::namedAt);

  private final PersonIdentityRepository identities;
  private final RowJson json;

  People(PersonIdentityRepository identities, RowJson json) {
    this.identities = identities;
    this.json = json;
  }

  /// Inserts the people who are new, and takes the newest name of each.
  public void write(long workspaceId, List<IncomingSighting> incoming) {
    List<PersonIdentity> actors =
        incoming.stream()
            .flatMap(one -> identities(workspaceId, one))
            .collect(
                Collectors.groupingBy(PersonIdentity::actor, TreeMap::new, Collectors.toList()))
            .values()
            .stream()
            .flatMap(People::newest)
            .toList();
    List<String> chunks = Chunks.of(actors).map(json::write).toList();
    // An identity that another transaction has committed has its person.
    if (chunks.stream().mapToInt(identities::insertIdentities).sum() > 0) {
      chunks.forEach(identities::insertPersons);
    }
    if (chunks.stream().mapToInt(rows -> identities.lockPersons(rows).size()).sum() > 0) {
      chunks.forEach(identities::updateNames);
    }
  }

  /// The ids of people, of those that are known.
  public Map<ActorId, Long> find(long workspaceId, Collection<ActorId> actors) {
    if (actors.isEmpty()) {
      return Map.of();
    }
    List<String> providerIds = actors.stream().map(ActorId::id).distinct().toList();
    return identities.findIdentities(workspaceId, providerIds).stream()
        .collect(Collectors.toMap(PersonIdentity::actor, PersonIdentity::personId));
  }

  /// Few rows, since a few people act in most sightings. Between equally new names the database
  /// decides, because it sorts texts in its own order.
  private static Stream<PersonIdentity> newest(List<PersonIdentity> ofOne) {
    Optional<PersonIdentity> newest =
        ofOne.stream().filter(one -> one.displayName() != null).max(NEWEST_LAST);
    return newest.isEmpty()
        ? ofOne.stream().limit(1)
        : ofOne.stream()
            .filter(one -> one.displayName() != null)
            .filter(one -> NEWEST_LAST.compare(one, newest.get()) == 0)
            .distinct();
  }

  private static Stream<PersonIdentity> identities(long workspaceId, IncomingSighting incoming) {
    Instant sentAt = incoming.sighting().envelope().sentAt();
    Instant receivedAt = incoming.sighting().receivedAt();
    Instant at = Sightings.micros(SourceClock.ordering(sentAt, receivedAt));
    boolean doubtful = SourceClock.doubts(sentAt, receivedAt);
    return incoming.actors().stream().map(actor -> identity(workspaceId, actor, at, doubtful));
  }

  private static PersonIdentity identity(
      long workspaceId, Actor actor, Instant at, boolean doubtful) {
    return new PersonIdentity(
        0,
        workspaceId,
        actor.id().type(),
        actor.id().id(),
        actor.displayName(),
        actor.avatarUrl(),
        at,
        doubtful);
  }
}
