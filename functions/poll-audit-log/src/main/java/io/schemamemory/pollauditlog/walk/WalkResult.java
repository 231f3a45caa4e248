package io.schemamemory.pollauditlog.walk;

/// How reading a feed ended.
sealed interface WalkResult {
  /// The counter of feeds that ended so.
  PollCounter counter();

  /// All that PlanetScale showed is in the ledger.
  record CaughtUp() implements WalkResult {
    @Override
    public PollCounter counter() {
      return PollCounter.FEEDS;
    }
  }

  /// The time was up; the next run continues there.
  record Interrupted() implements WalkResult {
    @Override
    public PollCounter counter() {
      return PollCounter.UNFINISHED;
    }
  }

  /// Another run is reading it.
  record AlreadyRunning() implements WalkResult {
    @Override
    public PollCounter counter() {
      return PollCounter.HELD;
    }
  }

  /// It was not read, or not to its end.
  ///
  /// @param whatToDo for the person who can
  record Failed(String whatToDo) implements WalkResult {
    @Override
    public PollCounter counter() {
      return PollCounter.FAILED;
    }
  }
}
