package io.schemamemory.poll;

/// How reading a feed ended.
sealed interface Ending {
  /// All that PlanetScale showed is in the ledger.
  record CaughtUp() implements Ending {}

  /// The time was up; the next run goes on from there.
  record Interrupted() implements Ending {}

  /// Another run is at it.
  record AlreadyRunning() implements Ending {}

  /// It was not read, or not to its end.
  ///
  /// @param whatToDo for the person who can
  record Failed(String whatToDo) implements Ending {}
}
