package io.schemamemory.memorywriter;

import io.micronaut.serde.annotation.Serdeable;
import io.schemamemory.domain.entity.EntityName;
import io.schemamemory.domain.event.Envelope;
import io.schemamemory.domain.event.Facts;
import io.schemamemory.domain.observation.Sighting;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Locks the deploy requests that something tells of, whether by id or by number.
@Singleton
class StoryLocks {
  private final StoryRepository stories;
  private final FactsJson json;

  StoryLocks(StoryRepository stories, FactsJson json) {
    this.stories = stories;
    this.json = json;
  }

  /// A deploy request as people call it.
  @Serdeable
  record Numbered(String organization, String database, long number) {}

  /// Makes and locks the deploy requests that are or were told of; their ids, in key order.
  ///
  /// By path first: whoever knows no id and whoever brings one meet there.
  List<String> lock(long workspaceId, List<IncomingSighting> told) {
    List<Sighting> sightings = told.stream().map(IncomingSighting::sighting).toList();
    List<String> paths =
        sightings.stream().flatMap(one -> path(one).stream()).distinct().sorted().toList();
    if (!paths.isEmpty()) {
      stories.lockPaths(workspaceId, json.write(paths));
    }
    List<String> ids =
        Stream.of(
                sightings.stream().flatMap(one -> Stream.ofNullable(id(one.facts()))),
                numbered(workspaceId, sightings),
                before(told))
            .flatMap(some -> some)
            .distinct()
            .sorted()
            .toList();
    if (!ids.isEmpty()) {
      stories.make(workspaceId, json.write(ids));
      stories.lock(workspaceId, ids);
    }
    return ids;
  }

  /// Of those that the same told of before.
  private Stream<String> before(List<IncomingSighting> told) {
    List<Long> again = IncomingSighting.again(told);
    return again.isEmpty()
        ? Stream.empty()
        : stories.toldBefore(IncomingSighting.channel(told), IdArray.of(again)).stream();
  }

  /// PlanetScale's id of the deploy request that facts are of.
  static @Nullable String id(Facts facts) {
    return switch (facts) {
      case Facts.DeployRequest request -> request.id();
      case Facts.AuditEntry entry -> entry.deployRequest();
      default -> null;
    };
  }

  /// What the facets of everything about one deploy request have in common.
  static Optional<String> path(Sighting sighting) {
    Envelope envelope = sighting.envelope();
    return number(sighting).map(number -> EntityName.deployRequest(envelope, number).path());
  }

  private static Optional<Long> number(Sighting sighting) {
    return switch (sighting.facts()) {
      case Facts.DeployRequest request -> Optional.of(request.number());
      case Facts.AuditEntry entry when !sighting.envelope().database().isEmpty() ->
          Optional.ofNullable(entry.number());
      default -> Optional.empty();
    };
  }

  private Stream<String> numbered(long workspaceId, List<Sighting> sightings) {
    List<Numbered> nameless =
        sightings.stream()
            .filter(one -> id(one.facts()) == null)
            .flatMap(one -> number(one).map(number -> numbered(one.envelope(), number)).stream())
            .distinct()
            .toList();
    return nameless.isEmpty()
        ? Stream.empty()
        : stories.numbered(workspaceId, json.write(nameless)).stream();
  }

  private static Numbered numbered(Envelope envelope, long number) {
    return new Numbered(envelope.organization(), envelope.database(), number);
  }
}
