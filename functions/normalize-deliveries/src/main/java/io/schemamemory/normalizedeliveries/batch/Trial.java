package io.schemamemory.normalizedeliveries.batch;

/// Whether deliveries are written for the first time, or again after the database refused them.
enum Trial {
  FIRST,
  /// Does not wait long for a lock: whoever holds it has already made one batch wait.
  AGAIN
}
