package io.schemamemory.memory;

import io.schemamemory.domain.observation.Observation;
import io.schemamemory.domain.observation.Sighting;
import io.schemamemory.domain.story.Retold;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Marks the audit entries that tell a milestone once more, whichever was learned first.
@Singleton
class Retellings {
  private final ObservationRepository observations;
  private final FactsJson json;

  Retellings(ObservationRepository observations, FactsJson json) {
    this.observations = observations;
    this.json = json;
  }

  /// What tells each of the entries better, by its number.
  ///
  /// @param milestones of one deploy request, by their numbers
  /// @param audited what the audit log says of it, likewise
  static Map<Long, RetoldRow> of(
      Map<Long, Observation> milestones, Map<Long, Observation> audited) {
    if (audited.isEmpty()) {
      return Map.of();
    }
    Map<Long, Sighting> told =
        milestones.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, one -> one.getValue().best()));
    Map<Long, RetoldRow> retold = new HashMap<>();
    audited.forEach(
        (id, entry) ->
            retold.put(id, new RetoldRow(id, Retold.by(entry.best(), told).orElse(null))));
    return retold;
  }

  /// Under the locks of the deploy requests, which everybody holds who tells of them.
  void mark(Collection<RetoldRow> retold) {
    Chunks.of(List.copyOf(retold)).forEach(rows -> observations.tellBetter(json.write(rows)));
  }
}
