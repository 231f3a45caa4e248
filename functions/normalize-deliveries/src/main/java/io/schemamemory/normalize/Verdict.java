package io.schemamemory.normalize;

import io.schemamemory.data.Quarantined;
import io.schemamemory.memory.Told;

/// What becomes of a claimed delivery; decided before anything is written.
sealed interface Verdict {
  /// It tells something.
  record Tell(Told told) implements Verdict {}

  /// It cannot be read, or killed whoever tried.
  record GiveUp(Quarantined quarantined) implements Verdict {}
}
