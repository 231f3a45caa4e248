package io.schemamemory.local.rehearsal.page;

/// A block of a page: indented, or between fences.
public sealed interface Block {
  /// The number of its first line.
  int line();

  /// Its lines, without what they are indented by.
  String text();

  /// Commands to run, as a person would paste them.
  record Commands(int line, String text) implements Block {}

  /// Lines for the file of a stack's parameters.
  record Parameters(int line, String text) implements Block {}

  /// What the block before shows, between fences that say `text`; `…` stands for the rest of a
  /// line.
  record Shown(int line, String text) implements Block {}

  /// Not run, for a reason that the page gives in a comment before it.
  record NotRehearsed(int line, String text, String reason) implements Block {}
}
