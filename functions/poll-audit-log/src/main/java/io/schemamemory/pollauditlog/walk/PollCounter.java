package io.schemamemory.pollauditlog.walk;

import io.schemamemory.job.Counter;

/// What a run counts over all feeds: its answer, and its line in the record of runs.
public enum PollCounter implements Counter {
  /// Feeds read until there was nothing new.
  FEEDS,
  /// Feeds that another run is reading.
  HELD,
  /// Feeds whose walk continues in the next run.
  UNFINISHED,
  /// Feeds that were not read, or not to their end.
  FAILED,
  PAGES,
  /// New in the ledger.
  ENTRIES,
  /// Entries that could not be read, and were not in quarantine yet.
  QUARANTINED,
  /// 1 if no token or no keyset is stored yet, so that nothing was read.
  NOT_CONNECTED;

  @Override
  public boolean isFailure() {
    return this == FAILED;
  }
}
