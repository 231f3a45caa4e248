package io.schemamemory.memory;

import io.schemamemory.domain.ddl.StatementReader;
import io.schemamemory.domain.event.ActorId;
import io.schemamemory.domain.event.Facts;
import io.schemamemory.domain.event.Facts.DeployRequest;
import io.schemamemory.domain.observation.EntryText;
import io.schemamemory.domain.story.Story;
import io.schemamemory.domain.story.StoryFold;
import io.schemamemory.domain.story.StoryParagraph;
import io.schemamemory.domain.story.Telling;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
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
  private final StatementReader reader;

  Stories(
      StoryRepository stories,
      SightingRepository repository,
      Sightings sightings,
      People people,
      FactsJson json,
      StatementReader reader) {
    this.stories = stories;
    this.repository = repository;
    this.sightings = sightings;
    this.people = people;
    this.json = json;
    this.reader = reader;
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
        sightings.fold(repository.ofDeployRequests(workspaceId, ids)).values().stream()
            .flatMap(observation -> Telling.of(observation.best()))
            .collect(Collectors.groupingBy(telling -> telling.request().id()));
    List<String> untold = ids.stream().filter(id -> !tellings.containsKey(id)).toList();
    if (!untold.isEmpty()) {
      stories.drop(workspaceId, untold);
    }
    List<Story> folded = tellings.values().stream().map(StoryFold::of).toList();
    List<ActorId> actors = folded.stream().flatMap(Stories::actors).distinct().toList();
    Map<ActorId, Long> known = people.find(workspaceId, actors);
    Chunks.of(folded.stream().map(story -> row(workspaceId, story, known)).toList())
        .forEach(rows -> stories.retell(json.write(rows)));
  }

  private static Stream<String> deployRequest(Facts facts) {
    return facts instanceof DeployRequest request ? Stream.of(request.id()) : Stream.empty();
  }

  private static Stream<ActorId> actors(Story story) {
    return Stream.of(
            story.opened(),
            story.queued(),
            story.cutOver(),
            story.deployed(),
            story.cancelled(),
            story.reverted(),
            story.closed())
        .flatMap(step -> Stream.ofNullable(step.by()));
  }

  private StoryRow row(long workspaceId, Story story, Map<ActorId, Long> known) {
    EntryText paragraph = StoryParagraph.of(story, reader);
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
        story.statements(),
        story.errors(),
        id(story.opened().by(), known),
        story.opened().at(),
        story.approved(),
        id(story.queued().by(), known),
        story.queued().at(),
        story.startedAt(),
        story.readyToCutoverAt(),
        id(story.cutOver().by(), known),
        story.cutOver().at(),
        id(story.deployed().by(), known),
        story.deployed().at(),
        story.instant(),
        story.revertibleUntil(),
        id(story.cancelled().by(), known),
        story.cancelled().at(),
        id(story.reverted().by(), known),
        story.reverted().at(),
        story.revertFailed(),
        story.erroredAt(),
        id(story.closed().by(), known),
        story.closed().at(),
        paragraph.template(),
        PeopleArray.of(paragraph, known));
  }

  private static @Nullable Long id(@Nullable ActorId actor, Map<ActorId, Long> known) {
    return actor == null ? null : known.get(actor);
  }
}
