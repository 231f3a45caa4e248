package io.schemamemory.migrate;

/// The schema was not migrated; the message says what to change. Nothing is half done but an index
/// made outside a transaction, which the next run finishes.
public final class MigrationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MigrationException(String message) {
    super(message);
  }
}
