package io.schemamemory.memory;

import io.schemamemory.domain.event.ActorId;
import io.schemamemory.domain.event.Facts;
import io.schemamemory.domain.event.Facts.DeployRequest;
import io.schemamemory.domain.observation.EntryText;
import io.schemamemory.domain.observation.Sighting;
import io.schemamemory.domain.story.Story;
import io.schemamemory.domain.story.StoryFold;
import io.schemamemory.domain.story.StoryParagraph;
import io.schemamemory.domain.story.Telling;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Folds observations into stories.
@Singleton
class Stories {
  private final StoryRepository stories;
  private final SightingRepository repository;
  private final Sightings sightings;
  private final People people;
  private final FactsJson json;

  Stories(
      StoryRepository stories,
      SightingRepository repository,
      Sightings sightings,
      People people,
      FactsJson json) {
    this.stories = stories;
    this.repository = repository;
    this.sightings = sightings;
    this.people = people;
    this.json = json;
  }

  /// Makes and locks the deploy requests that are or were told of; their ids, in key order.
  List<String> lock(long workspaceId, List<Told> told) {
    List<Long> deliveryIds = told.stream().map(Told::deliveryId).toList();
    List<String> ids =
        Stream.concat(
                told.stream().flatMap(one -> deployRequest(one.sighting().facts())),
                stories.toldBefore(deliveryIds).stream())
            .distinct()
            .sorted()
            .toList();
    if (!ids.isEmpty()) {
      stories.make(workspaceId, json.write(ids));
      stories.lock(workspaceId, ids);
    }
    return ids;
  }

  /// Tells the stories anew from all their observations.
  void fold(long workspaceId, List<String> ids) {
    if (ids.isEmpty()) {
      return;
    }
    Map<String, List<Telling>> tellings =
        repository.bestOf(workspaceId, ids).stream()
            .flatMap(row -> telling(sightings.sighting(row)))
            .collect(Collectors.groupingBy(telling -> telling.request().id()));
    List<String> untold = ids.stream().filter(id -> !tellings.containsKey(id)).toList();
    if (!untold.isEmpty()) {
      stories.drop(workspaceId, untold);
    }
    List<Story> folded = tellings.values().stream().map(StoryFold::of).toList();
    List<ActorId> actors = folded.stream().flatMap(Stories::actors).distinct().toList();
    Map<ActorId, Long> known = people.find(workspaceId, actors);
    stories.retell(folded.stream().map(story -> row(workspaceId, story, known)).toList());
  }

  private static Stream<String> deployRequest(Facts facts) {
    return facts instanceof DeployRequest request ? Stream.of(request.id()) : Stream.empty();
  }

  private static Stream<Telling> telling(Sighting sighting) {
    return sighting.facts() instanceof DeployRequest request
        ? Stream.of(new Telling(sighting.envelope(), request, sighting.occurredAt()))
        : Stream.empty();
  }

  private static Stream<ActorId> actors(Story story) {
    return Stream.of(
            story.openedBy(),
            story.queuedBy(),
            story.deployedBy(),
            story.revertedBy(),
            story.closedBy())
        .filter(Objects::nonNull);
  }

  private StoryRow row(long workspaceId, Story story, Map<ActorId, Long> known) {
    EntryText paragraph = StoryParagraph.of(story);
    return new StoryRow(
        story.id(),
        workspaceId,
        story.number(),
        story.organization(),
        story.database(),
        story.branch(),
        story.intoBranch(),
        story.url(),
        story.outcome().label(),
        story.canDropData(),
        json.write(story.statements()),
        json.write(story.errors()),
        id(story.openedBy(), known),
        story.openedAt(),
        id(story.queuedBy(), known),
        story.queuedAt(),
        story.startedAt(),
        story.readyToCutoverAt(),
        id(story.deployedBy(), known),
        story.deployedAt(),
        story.revertibleUntil(),
        id(story.revertedBy(), known),
        story.revertedAt(),
        story.erroredAt(),
        id(story.closedBy(), known),
        story.closedAt(),
        paragraph.template(),
        PeopleArray.of(paragraph, known));
  }

  private static @Nullable Long id(@Nullable ActorId actor, Map<ActorId, Long> known) {
    return actor == null ? null : known.get(actor);
  }
}
