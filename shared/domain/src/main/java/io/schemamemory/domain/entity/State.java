package io.schemamemory.domain.entity;

import io.schemamemory.domain.event.Beginning;

/// What was true of an entity from an observation on, until the attribute's next state.
///
/// @param branch where it was true, written as in a path: each branch has its own schema
/// @param step orders states that begin at the same instant
public record State(EntityName of, String branch, String attribute, String value, int step) {
  /// A type with many values is longer; the statement has all of it.
  static final int LONGEST = 1000;

  public State {
    if (Beginning.isLonger(value, LONGEST)) {
      throw new IllegalArgumentException("a state's value has at most " + LONGEST + " letters");
    }
  }

  static String cut(String value) {
    return Beginning.isLonger(value, LONGEST)
        ? Beginning.ofLetters(value, LONGEST - 1) + "…"
        : value;
  }
}
