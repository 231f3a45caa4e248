package io.schemamemory.memorywriter;

import io.schemamemory.domain.observation.Observation;
import io.schemamemory.domain.observation.Sighting;
import io.schemamemory.domain.story.DuplicateEntry;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Marks the audit entries that tell a milestone once more, whichever was learned first.
@Singleton
class Duplicates {
  private final ObservationRepository observations;
  private final FactsJson json;

  Duplicates(ObservationRepository observations, FactsJson json) {
    this.observations = observations;
    this.json = json;
  }

  /// What tells each of the entries better, by its number.
  ///
  /// @param milestones of one deploy request, by their numbers
  /// @param audited what the audit log says of it, likewise
  static Map<Long, DuplicateRow> of(
      Map<Long, Observation> milestones, Map<Long, Observation> audited) {
    if (audited.isEmpty()) {
      return Map.of();
    }
    Map<Long, Sighting> told =
        milestones.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, one -> one.getValue().best()));
    Map<Long, DuplicateRow> retold = new HashMap<>();
    audited.forEach(
        (id, entry) ->
            retold.put(
                id, new DuplicateRow(id, DuplicateEntry.by(entry.best(), told).orElse(null))));
    return retold;
  }

  /// Under the locks of the deploy requests, which everybody holds who tells of them.
  void mark(Collection<DuplicateRow> retold) {
    Chunks.of(List.copyOf(retold)).forEach(rows -> observations.tellBetter(json.write(rows)));
  }
}
