package io.schemamemory.memory;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The memory, as it is written: people, observations, stories, entities.
@Singleton
public class Memory {
  private final People people;
  private final Observations observations;
  private final StoryLocks locks;
  private final Stories stories;
  private final Entities entities;

  Memory(
      People people,
      Observations observations,
      StoryLocks locks,
      Stories stories,
      Entities entities) {
    this.people = people;
    this.observations = observations;
    this.locks = locks;
    this.stories = stories;
    this.entities = entities;
  }

  /// Writes what deliveries or audit entries tell, in the transaction of the caller. Locks people,
  /// then deploy requests, then observations, then entities, each in key order, before any of these
  /// is folded.
  public void write(List<Told> told) {
    Map<Long, List<Told>> byWorkspace =
        told.stream()
            .collect(Collectors.groupingBy(Told::workspaceId, TreeMap::new, Collectors.toList()));
    byWorkspace.forEach(this::write);
  }

  private void write(long workspaceId, List<Told> told) {
    people.meet(workspaceId, told);
    List<String> deployRequests = locks.lock(workspaceId, told);
    Set<EntityRow> named = observations.see(workspaceId, told);
    stories.fold(workspaceId, deployRequests);
    entities.fold(workspaceId, named);
  }
}
