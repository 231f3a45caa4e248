package io.schemamemory.domain.observation;

import io.schemamemory.domain.ddl.StatementReader;
import java.util.Collection;

/// One thing learned: its best sighting, and the memory entry that words it.
public record Observation(Sighting best, EntryText entry) {
  /// The fold of sightings; their order and repetition make no difference.
  ///
  /// @param sightings at least one, all of the same key
  public static Observation of(Collection<Sighting> sightings, StatementReader reader) {
    Sighting best = sightings.stream().min(Sighting.BEST_FIRST).orElseThrow();
    return new Observation(best, EntrySentence.of(best, reader));
  }
}
