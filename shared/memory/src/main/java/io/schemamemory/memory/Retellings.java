package io.schemamemory.memory;

import io.schemamemory.domain.observation.Observation;
import io.schemamemory.domain.observation.Sighting;
import io.schemamemory.domain.story.Retold;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.stream.Collectors;

/// Marks the audit entries that tell a milestone once more, whichever was learned first.
@Singleton
class Retellings {
  private final ObservationRepository observations;

  Retellings(ObservationRepository observations) {
    this.observations = observations;
  }

  /// Under the deploy request's lock, which everybody holds who tells of it.
  ///
  /// @param milestones of one deploy request, by their numbers
  /// @param audited what the audit log says of it, likewise
  void mark(Map<Long, Observation> milestones, Map<Long, Observation> audited) {
    Map<Long, Sighting> told =
        milestones.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, one -> one.getValue().best()));
    audited.forEach(
        (id, entry) -> observations.tellBetter(id, Retold.by(entry.best(), told).orElse(null)));
  }
}
