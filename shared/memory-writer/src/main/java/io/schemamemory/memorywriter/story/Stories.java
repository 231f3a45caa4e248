package io.schemamemory.memorywriter.story;

import io.schemamemory.domain.ddl.StatementReader;
import io.schemamemory.domain.entity.DeployRequestName;
import io.schemamemory.domain.event.ActorId;
import io.schemamemory.domain.event.Facts.AuditEntry;
import io.schemamemory.domain.event.Facts.DeployRequest;
import io.schemamemory.domain.observation.EntryText;
import io.schemamemory.domain.observation.Observation;
import io.schemamemory.domain.observation.Sighting;
import io.schemamemory.domain.story.Approval;
import io.schemamemory.domain.story.DeployRequestLives;
import io.schemamemory.domain.story.DeployRequestSnapshot;
import io.schemamemory.domain.story.Story;
import io.schemamemory.domain.story.StoryFold;
import io.schemamemory.domain.story.StoryParagraph;
import io.schemamemory.memorywriter.observation.SightingFold;
import io.schemamemory.memorywriter.people.People;
import io.schemamemory.memorywriter.rows.Chunks;
import io.schemamemory.memorywriter.rows.IdArray;
import io.schemamemory.memorywriter.rows.RowJson;
import io.schemamemory.memorywriter.sighting.SightingRepository;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Folds observations into stories.
@Singleton
public class Stories {
  private final StoryRepository stories;
  private final SightingRepository sightings;
  private final SightingFold fold;
  private final People people;
  private final Duplicates duplicates;
  private final RowJson json;

  Stories(
      StoryRepository stories,
      SightingRepository sightings,
      SightingFold fold,
      People people,
      Duplicates duplicates,
      RowJson json) {
    this.stories = stories;
    this.sightings = sightings;
    this.fold = fold;
    this.people = people;
    this.duplicates = duplicates;
    this.json = json;
  }

  /// Folds the stories from all their observations, and marks the audit entries that duplicate a
  /// milestone. Deletes those that have no milestone left.
  ///
  /// @param known observations that were just folded, by their ids
  public void fold(
      long workspaceId, List<String> ids, Map<Long, Observation> known, StatementReader reader) {
    if (ids.isEmpty()) {
      return;
    }
    Map<Long, Observation> observed = observed(workspaceId, ids, known, reader);
    Map<String, Map<Long, Observation>> milestones = milestones(observed);
    Map<Long, DuplicateRow> found = new HashMap<>();
    Map<String, Map<Long, Observation>> entries = entries(observed, milestones, found);
    List<Story> folded =
        ids.stream()
            .filter(milestones::containsKey)
            .map(
                id ->
                    fold(
                        milestones.getOrDefault(id, Map.of()),
                        entries.getOrDefault(id, Map.of()),
                        found))
            .toList();
    duplicates.mark(found.values());
    List<String> empty = ids.stream().filter(id -> !milestones.containsKey(id)).toList();
    if (!empty.isEmpty()) {
      stories.deleteDeployRequests(workspaceId, empty);
    }
    update(workspaceId, folded, reader);
  }

  private Map<Long, Observation> observed(
      long workspaceId, List<String> ids, Map<Long, Observation> known, StatementReader reader) {
    Map<Long, Observation> observed = new HashMap<>(known);
    observed.putAll(
        fold.stored(
            sightings.ofDeployRequests(workspaceId, ids, IdArray.of(known.keySet())), reader));
    List<String> paths =
        observed.values().stream()
            .filter(one -> one.best().facts() instanceof DeployRequest)
            .flatMap(Stories::path)
            .distinct()
            .toList();
    if (!paths.isEmpty()) {
      observed.putAll(fold.stored(sightings.ofAuditEntries(workspaceId, paths), reader));
    }
    return observed;
  }

  private static Stream<String> path(Observation observation) {
    return DeployRequestName.of(observation.best()).path().stream();
  }

  /// By the id of their deploy request. One that only the audit log knows has none, and no story.
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

  /// Audit entries by the id of their deploy request.
  ///
  /// @param found takes those of none: what once was taken for a duplicate may be one no longer
  private static Map<String, Map<Long, Observation>> entries(
      Map<Long, Observation> observed,
      Map<String, Map<Long, Observation>> milestones,
      Map<Long, DuplicateRow> found) {
    Map<String, List<Sighting>> sightings = new HashMap<>();
    milestones.forEach(
        (id, some) -> sightings.put(id, some.values().stream().map(Observation::best).toList()));
    DeployRequestLives lives = DeployRequestLives.of(sightings);
    Map<String, Map<Long, Observation>> entries = new HashMap<>();
    observed.forEach(
        (number, one) -> {
          if (one.best().facts() instanceof AuditEntry) {
            Optional<String> id = lives.idOf(one.best());
            id.ifPresent(
                known -> entries.computeIfAbsent(known, _ -> new HashMap<>()).put(number, one));
            if (id.isEmpty() && path(one).findAny().isPresent()) {
              found.put(number, new DuplicateRow(number, null));
            }
          }
        });
    return entries;
  }

  private static Story fold(
      Map<Long, Observation> milestones,
      Map<Long, Observation> entries,
      Map<Long, DuplicateRow> found) {
    found.putAll(Duplicates.of(milestones, entries));
    return StoryFold.of(
        milestones.values().stream().flatMap(one -> DeployRequestSnapshot.of(one.best())).toList(),
        entries.values().stream().flatMap(one -> Approval.of(one.best())).toList());
  }

  private void update(long workspaceId, List<Story> folded, StatementReader reader) {
    List<ActorId> actors = folded.stream().flatMap(Story::actors).distinct().toList();
    Map<ActorId, Long> ids = people.find(workspaceId, actors);
    List<Map<String, @Nullable Object>> rows =
        folded.stream()
            .map(
                story -> {
                  EntryText paragraph = StoryParagraph.of(story, reader);
                  return StoryRow.of(workspaceId, story, paragraph, ids);
                })
            .toList();
    Chunks.of(rows)
        .forEach(
            chunk -> stories.updateDeployRequests(chunk.getFirst().keySet(), json.write(chunk)));
  }
}
