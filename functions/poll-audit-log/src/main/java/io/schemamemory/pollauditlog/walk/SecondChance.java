package io.schemamemory.pollauditlog.walk;

import java.util.Set;
import java.util.stream.Collectors;

/// Surprising answers that a run double-checks, once each.
enum SecondChance {
  /// A page without entries, though the page before promised more: it is requested again.
  EMPTY_PAGE,
  /// A cursor that is not found: the walk starts over, and its first page shows whether the log
  /// dropped the entry or an access is missing.
  LOST_CURSOR;

  static final Set<SecondChance> ALL = Set.of(values());

  /// What is left without this one.
  Set<SecondChance> takenFrom(Set<SecondChance> chances) {
    return chances.stream()
        .filter(chance -> chance != this)
        .collect(Collectors.toUnmodifiableSet());
  }
}
