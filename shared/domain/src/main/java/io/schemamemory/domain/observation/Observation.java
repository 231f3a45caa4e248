package io.schemamemory.domain.observation;

import io.schemamemory.domain.ddl.StatementReader;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;

/// One thing learned: its best sighting, and the memory entry that words it.
public record Observation(Sighting best, EntryText entry) {
  /// The fold of sightings; their order and repetition make no difference.
  ///
  /// @param sightings at least one, all of the same key
  public static Observation of(Collection<Sighting> sightings, StatementReader reader) {
    Sighting best = sightings.stream().min(Sighting.BEST_FIRST).orElseThrow();
    Sighting told = best.doubtedTime() == null ? best : best.at(firstReceived(sightings));
    return new Observation(told, EntrySentence.of(told, reader));
  }

  /// Where every time is in doubt, what comes again must not move the entry.
  private static Instant firstReceived(Collection<Sighting> sightings) {
    return sightings.stream()
        .map(Sighting::occurredAt)
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }
}
