package io.schemamemory.pollauditlog.ledger;

import io.schemamemory.pollauditlog.ledger.EntryReading.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The entries of a write that came late: new, though below the time below which all were known.
///
/// @param number how many
/// @param latest how far below the latest of them was
public record LateEntries(int number, Duration latest) {
  static final LateEntries NONE = new LateEntries(0, Duration.ZERO);

  /// Their hosts may show entries in another order than they were made.
  private static final Duration NOT_LATE = Duration.ofMinutes(5);

  /// @param added what is new in the ledger
  /// @param released references of those that were in quarantine: they did not come late
  /// @param known the time below which all were known; null if none was
  static LateEntries of(List<Entry> added, Set<Long> released, @Nullable Instant known) {
    return known == null
        ? NONE
        : added.stream()
            .filter(entry -> !released.contains(entry.reference()))
            .map(entry -> Duration.between(entry.row().createdAt(), known))
            .filter(below -> below.compareTo(NOT_LATE) > 0)
            .map(below -> new LateEntries(1, below))
            .reduce(NONE, LateEntries::plus);
  }

  LateEntries plus(LateEntries other) {
    return new LateEntries(
        number + other.number, latest.compareTo(other.latest) > 0 ? latest : other.latest);
  }
}
