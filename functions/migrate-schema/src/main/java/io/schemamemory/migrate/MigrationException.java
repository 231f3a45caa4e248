package io.schemamemory.migrate;

/// The schema was not migrated; the message says what to change. Nothing was half done: each
/// migration is one transaction.
public final class MigrationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MigrationException(String message) {
    super(message);
  }
}
