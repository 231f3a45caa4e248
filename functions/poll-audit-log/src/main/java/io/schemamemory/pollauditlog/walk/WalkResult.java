package io.schemamemory.pollauditlog.walk;

/// How reading a feed ended.
public sealed interface WalkResult {
  /// All that PlanetScale showed is in the ledger.
  record CaughtUp() implements WalkResult {}

  /// The time was up; the next run goes on from there.
  record Interrupted() implements WalkResult {}

  /// Another run is at it.
  record AlreadyRunning() implements WalkResult {}

  /// It was not read, or not to its end.
  ///
  /// @param whatToDo for the person who can
  record Failed(String whatToDo) implements WalkResult {}
}
