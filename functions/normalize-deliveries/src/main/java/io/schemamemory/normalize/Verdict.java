package io.schemamemory.normalize;

import io.schemamemory.data.Quarantined;
import io.schemamemory.memory.Told;
import java.util.List;

/// What becomes of a claimed delivery; decided before anything is written.
sealed interface Verdict {
  /// It tells something.
  ///
  /// @param passedOver the fields that could not be read and are not needed, by name
  record Tell(Told told, List<String> passedOver) implements Verdict {}

  /// It cannot be read, or killed whoever tried.
  record GiveUp(Quarantined quarantined) implements Verdict {}
}
