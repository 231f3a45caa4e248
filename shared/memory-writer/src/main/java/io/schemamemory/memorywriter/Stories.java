package io.schemamemory.memorywriter;

import io.schemamemory.domain.ddl.StatementReader;
import io.schemamemory.domain.event.ActorId;
import io.schemamemory.domain.event.Facts.AuditEntry;
import io.schemamemory.domain.event.Facts.DeployRequest;
import io.schemamemory.domain.observation.EntryText;
import io.schemamemory.domain.observation.Observation;
import io.schemamemory.domain.observation.Sighting;
import io.schemamemory.domain.story.Approval;
import io.schemamemory.domain.story.DeployRequestSnapshot;
import io.schemamemory.domain.story.Story;
import io.schemamemory.domain.story.StoryFold;
import io.schemamemory.domain.story.StoryParagraph;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
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
  private final Duplicates retellings;

  Stories(
      StoryRepository stories,
      SightingRepository repository,
      Sightings sightings,
      People people,
      FactsJson json,
      StatementReader reader,
      Duplicates retellings) {
    this.stories = stories;
    this.repository = repository;
    this.sightings = sightings;
    this.people = people;
    this.json = json;
    this.reader = reader;
    this.retellings = retellings;
  }

  /// Tells the stories anew from all their observations, and marks what of the audit log tells a
  /// milestone once more.
  ///
  /// @param seen the observations that are known already
  void fold(long workspaceId, List<String> ids, Map<Long, Observation> seen) {
    if (ids.isEmpty()) {
      return;
    }
    Map<Long, Observation> observed = new HashMap<>(seen);
    observed.putAll(
        sightings.fold(repository.ofDeployRequests(workspaceId, ids, IdArray.of(seen.keySet()))));
    List<String> paths =
        observed.values().stream()
            .filter(one -> one.best().facts() instanceof DeployRequest)
            .flatMap(one -> StoryLocks.path(one.best()).stream())
            .distinct()
            .toList();
    if (!paths.isEmpty()) {
      observed.putAll(sightings.fold(repository.audited(workspaceId, paths)));
    }
    Map<String, Map<Long, Observation>> milestones = milestones(observed);
    Map<Long, Observation> audited = only(observed, one -> one.facts() instanceof AuditEntry);
    Map<Long, DuplicateRow> retold = new HashMap<>();
    List<Story> folded =
        ids.stream()
            .filter(milestones::containsKey)
            .map(id -> fold(id, milestones.getOrDefault(id, Map.of()), audited, retold))
            .toList();
    retellings.mark(retold.values());
    List<String> told = folded.stream().map(Story::id).toList();
    List<String> untold = ids.stream().filter(id -> !told.contains(id)).toList();
    if (!untold.isEmpty()) {
      stories.drop(workspaceId, untold);
    }
    List<ActorId> actors = folded.stream().flatMap(Stories::actors).distinct().toList();
    Map<ActorId, Long> known = people.find(workspaceId, actors);
    Chunks.of(folded.stream().map(story -> row(workspaceId, story, known)).toList())
        .forEach(rows -> stories.retell(json.write(rows)));
  }

  /// By the id of their deploy request, which has no story if only the audit log knows it.
  private static Map<String, Map<Long, Observation>> milestones(Map<Long, Observation> observed) {
    Map<String, Map<Long, Observation>> milestones = new HashMap<>();
    observed.forEach(
        (number, one) -> {
          if (one.best().facts() instanceof DeployRequest request) {
            milestones.computeIfAbsent(request.id(), _ -> new HashMap<>()).put(number, one);
          }
        });
    return milestones;
  }

  private static Story fold(
      String id,
      Map<Long, Observation> milestones,
      Map<Long, Observation> entries,
      Map<Long, DuplicateRow> retold) {
    Set<String> paths =
        milestones.values().stream()
            .flatMap(one -> StoryLocks.path(one.best()).stream())
            .collect(Collectors.toSet());
    Map<Long, Observation> audited =
        only(
            entries, one -> one.facts() instanceof AuditEntry entry && isOf(id, paths, one, entry));
    retold.putAll(Duplicates.of(milestones, audited));
    return StoryFold.of(
        milestones.values().stream().flatMap(one -> DeployRequestSnapshot.of(one.best())).toList(),
        audited.values().stream().flatMap(one -> Approval.of(one.best())).toList());
  }

  private static boolean isOf(String id, Set<String> paths, Sighting sighting, AuditEntry entry) {
    String named = entry.deployRequest();
    return named == null
        ? StoryLocks.path(sighting).filter(paths::contains).isPresent()
        : named.equals(id);
  }

  private static Map<Long, Observation> only(
      Map<Long, Observation> observed, Predicate<Sighting> wanted) {
    return observed.entrySet().stream()
        .filter(one -> wanted.test(one.getValue().best()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Stream<ActorId> actors(Story story) {
    return Stream.of(
            story.opened(),
            story.approval(),
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
        id(story.approval().by(), known),
        story.approval().at(),
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
