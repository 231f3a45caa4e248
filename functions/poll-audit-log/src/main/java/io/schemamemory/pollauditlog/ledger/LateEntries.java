package io.schemamemory.pollauditlog.ledger;

import java.time.Duration;

/// The entries of a write that came late: new, though below the time below which all were known.
///
/// @param number how many
/// @param latest how far below the latest of them was
public record LateEntries(int number, Duration latest) {
  static final LateEntries NONE = new LateEntries(0, Duration.ZERO);

  LateEntries plus(LateEntries other) {
    return new LateEntries(
        number + other.number, latest.compareTo(other.latest) > 0 ? latest : other.latest);
  }
}
