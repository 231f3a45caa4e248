package io.schemamemory.health;

/// What a check found, in a sentence without a secret or anything personal in it.
public sealed interface Finding {
  /// Nothing is to be done.
  ///
  /// @param sentence what was seen
  record Ok(String sentence) implements Finding {}

  /// Something is wrong.
  ///
  /// @param sentence what, and what to do about it
  record Mend(String sentence) implements Finding {}

  /// It was not looked at.
  ///
  /// @param sentence why, and what lets it be looked at
  record Skipped(String sentence) implements Finding {}
}
