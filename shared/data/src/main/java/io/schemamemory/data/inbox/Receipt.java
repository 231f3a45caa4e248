package io.schemamemory.data.inbox;

/// The inbox's answer to a verified payload.
public enum Receipt {
  /// New, and committed.
  STORED,
  /// The same bytes are already stored.
  DUPLICATE,
  /// The signature is valid, but the database has no such source: nothing was stored.
  UNKNOWN_SOURCE
}
