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
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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
    Map<Long, Observation> entries = only(observed, one -> one.facts() instanceof AuditEntry);
    Map<Long, DuplicateRow> found = new HashMap<>();
    List<Story> folded =
        ids.stream()
            .filter(milestones::containsKey)
            .map(id -> fold(id, milestones.getOrDefault(id, Map.of()), entries, found))
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

  private static Story fold(
      String id,
      Map<Long, Observation> milestones,
      Map<Long, Observation> entries,
      Map<Long, DuplicateRow> found) {
    Set<String> paths =
        milestones.values().stream().flatMap(Stories::path).collect(Collectors.toSet());
    Map<Long, Observation> ofThis = only(entries, one -> DeployRequestName.of(one).isOf(id, paths));
    found.putAll(Duplicates.of(milestones, ofThis));
    return StoryFold.of(
        milestones.values().stream().flatMap(one -> DeployRequestSnapshot.of(one.best())).toList(),
        ofThis.values().stream().flatMap(one -> Approval.of(one.best())).toList());
  }

  private static Map<Long, Observation> only(
      Map<Long, Observation> observed, Predicate<Sighting> wanted) {
    return observed.entrySet().stream()
        .filter(one -> wanted.test(one.getValue().best()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
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
