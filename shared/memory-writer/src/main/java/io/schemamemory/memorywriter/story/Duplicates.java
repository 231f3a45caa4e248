package io.schemamemory.memorywriter.story;

import io.schemamemory.domain.observation.Observation;
import io.schemamemory.domain.observation.Sighting;
import io.schemamemory.domain.story.DuplicateEntry;
import io.schemamemory.memorywriter.observation.ObservationRepository;
import io.schemamemory.memorywriter.rows.Chunks;
import io.schemamemory.memorywriter.rows.RowJson;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Marks the audit entries that duplicate a milestone, whichever was learned first.
@Singleton
class Duplicates {
  private final ObservationRepository observations;
  private final RowJson json;

  Duplicates(ObservationRepository observations, RowJson json) {
    this.observations = observations;
    this.json = json;
  }

  /// The milestone that each of the entries duplicates, by the entry's id.
  ///
  /// @param milestones of one deploy request, by their ids
  /// @param entries of the audit log about the same deploy request, by their ids
  static Map<Long, DuplicateRow> of(
      Map<Long, Observation> milestones, Map<Long, Observation> entries) {
    if (entries.isEmpty()) {
      return Map.of();
    }
    Map<Long, Sighting> originals =
        milestones.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, one -> one.getValue().best()));
    Map<Long, DuplicateRow> duplicates = new HashMap<>();
    entries.forEach(
        (id, entry) ->
            duplicates.put(
                id, new DuplicateRow(id, DuplicateEntry.of(entry.best(), originals).orElse(null))));
    return duplicates;
  }

  /// Needs the locks of the deploy requests, which every transaction about them takes.
  void mark(Collection<DuplicateRow> duplicates) {
    Chunks.of(List.copyOf(duplicates))
        .forEach(rows -> observations.markDuplicates(json.write(rows)));
  }
}
