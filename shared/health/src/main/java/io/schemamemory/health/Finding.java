package io.schemamemory.health;

/// The result of a check: a sentence without secrets or personal data.
public sealed interface Finding {
  /// All is well.
  ///
  /// @param sentence what was found
  record Ok(String sentence) implements Finding {}

  /// Something is wrong.
  ///
  /// @param sentence what, and what to do about it
  record Fail(String sentence) implements Finding {}

  /// It was not checked.
  ///
  /// @param sentence why, and what to set or do to have it checked
  record Skipped(String sentence) implements Finding {}
}
