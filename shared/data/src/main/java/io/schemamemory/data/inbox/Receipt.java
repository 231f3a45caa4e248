package io.schemamemory.data.inbox;

/// What the inbox made of a verified payload.
public enum Receipt {
  /// New, and committed.
  STORED,
  /// The same bytes are there already.
  DUPLICATE,
  /// Rightly signed, but the database has no such source: nothing was stored.
  UNKNOWN_SOURCE
}
