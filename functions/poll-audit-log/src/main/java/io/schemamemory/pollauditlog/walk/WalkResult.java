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

  /// PlanetScale showed an empty log, though it should still keep entries that the ledger has.
  record Emptied(int known) implements WalkResult {
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

    /// PlanetScale's pages lead nowhere.
    ///
    /// @param reason completes a sentence that begins with the log
    static Failed endless(String reason) {
      return new Failed(
          "the audit log "
              + reason
              + "; what was read is kept, and the next run begins at the newest entry; if this goes on,"
              + " tell PlanetScale's support");
    }
  }
}
