package io.schemamemory.memorywriter;

import io.schemamemory.domain.ddl.StatementReader;
import io.schemamemory.memorywriter.entity.Entities;
import io.schemamemory.memorywriter.entity.ResourceNames;
import io.schemamemory.memorywriter.observation.FoldResult;
import io.schemamemory.memorywriter.observation.Observations;
import io.schemamemory.memorywriter.people.People;
import io.schemamemory.memorywriter.sighting.IncomingSighting;
import io.schemamemory.memorywriter.sighting.PreparedSightings;
import io.schemamemory.memorywriter.story.Stories;
import io.schemamemory.memorywriter.story.StoryLocks;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Writes the memory: people, observations, stories, entities.
@Singleton
public class MemoryWriter {
  private final People people;
  private final Observations observations;
  private final StoryLocks locks;
  private final Stories stories;
  private final Entities entities;
  private final ResourceNames names;
  private final StatementReader reader;

  MemoryWriter(
      People people,
      Observations observations,
      StoryLocks locks,
      Stories stories,
      Entities entities,
      ResourceNames names,
      StatementReader reader) {
    this.people = people;
    this.observations = observations;
    this.locks = locks;
    this.stories = stories;
    this.entities = entities;
    this.names = names;
    this.reader = reader;
  }

  /// Parses the statements of what will be written, which may take long: call it before the
  /// transaction.
  public PreparedSightings prepare(List<IncomingSighting> incoming) {
    return PreparedSightings.of(incoming, reader);
  }

  /// Writes sightings in the caller's transaction. Locks people, then deploy requests, then
  /// observations, then entities, then the names of resources, each in key order and before any of
  /// these is folded.
  public void write(PreparedSightings prepared) {
    Map<Long, List<IncomingSighting>> byWorkspace =
        prepared.sightings().stream()
            .collect(
                Collectors.groupingBy(
                    IncomingSighting::workspaceId, TreeMap::new, Collectors.toList()));
    byWorkspace.forEach((workspaceId, some) -> write(workspaceId, some, prepared.reader()));
  }

  private void write(long workspaceId, List<IncomingSighting> incoming, StatementReader reader) {
    people.write(workspaceId, incoming);
    List<String> deployRequests = locks.lock(workspaceId, incoming);
    FoldResult result = observations.write(workspaceId, incoming, reader);
    stories.fold(workspaceId, deployRequests, result.folded(), reader);
    entities.fold(workspaceId, result.named());
    names.write(workspaceId, incoming);
  }
}
