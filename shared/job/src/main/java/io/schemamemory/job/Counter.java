package io.schemamemory.job;

/// One number a run keeps; a constant's name, in lower case, is its name in answers and records.
public interface Counter {
  /// Whether a run has failed that counted one.
  default boolean isFailure() {
    return false;
  }
}
