package io.schemamemory.memorywriter;

import io.schemamemory.domain.ddl.StatementReader;
import io.schemamemory.domain.story.DeployRequestSnapshot;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The memory, as it is written: people, observations, stories, entities.
@Singleton
public class MemoryWriter {
  private final People people;
  private final Observations observations;
  private final StoryLocks locks;
  private final Stories stories;
  private final Entities entities;
  private final StatementReader reader;

  MemoryWriter(
      People people,
      Observations observations,
      StoryLocks locks,
      Stories stories,
      Entities entities,
      StatementReader reader) {
    this.people = people;
    this.observations = observations;
    this.locks = locks;
    this.stories = stories;
    this.entities = entities;
    this.reader = reader;
  }

  /// Reads the statements of what will be written, which may take long: before the transaction.
  public void prepare(List<IncomingSighting> told) {
    told.stream()
        .flatMap(one -> DeployRequestSnapshot.of(one.sighting()))
        .flatMap(telling -> Stream.ofNullable(telling.request().deployment()))
        .forEach(run -> reader.read(run.statements()));
  }

  /// Writes what deliveries or audit entries tell, in the transaction of the caller. Locks people,
  /// then deploy requests, then observations, then entities, each in key order, before any of these
  /// is folded.
  public void write(List<IncomingSighting> told) {
    Map<Long, List<IncomingSighting>> byWorkspace =
        told.stream()
            .collect(
                Collectors.groupingBy(
                    IncomingSighting::workspaceId, TreeMap::new, Collectors.toList()));
    byWorkspace.forEach(this::write);
  }

  private void write(long workspaceId, List<IncomingSighting> told) {
    people.meet(workspaceId, told);
    List<String> deployRequests = locks.lock(workspaceId, told);
    FoldResult seen = observations.see(workspaceId, told);
    stories.fold(workspaceId, deployRequests, seen.folded());
    entities.fold(workspaceId, seen.named());
  }
}
