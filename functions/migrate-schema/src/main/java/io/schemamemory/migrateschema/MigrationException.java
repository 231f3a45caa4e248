package io.schemamemory.migrateschema;

import io.schemamemory.data.connection.SqlState;
import org.flywaydb.core.api.FlywayException;

/// The invocation failed; the message says what to change. Nothing is half done but an index made
/// outside a transaction, which the next run finishes.
public final class MigrationException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final String INSUFFICIENT_PRIVILEGE = "42501";
  private static final String LOCK_NOT_AVAILABLE = "55P03";

  MigrationException(String message) {
    super(message);
  }

  static MigrationException explaining(FlywayException failure) {
    return new MigrationException(
        switch (SqlState.of(failure)) {
          case INSUFFICIENT_PRIVILEGE ->
              "the migrator lacks a privilege (SQLSTATE 42501): run bin/bootstrap as the database's"
                  + " administrator, then migrate again";
          case LOCK_NOT_AVAILABLE ->
              "a table is in use and did not become free in time (SQLSTATE 55P03): migrate again;"
                  + " what was applied stays, and what stopped halfway goes on";
          default -> said(failure);
        });
  }

  /// Flyway's own message: it names migrations and checksums, never row data.
  private static String said(FlywayException failure) {
    String message = String.valueOf(failure.getMessage());
    if (message.contains("advisory lock")) {
      return "another session holds the migrations' lock: another run, or a login that took an"
                 + " advisory lock. select usename, pid from pg_locks join pg_stat_activity using"
                 + " (pid) where locktype = 'advisory' says whose; end it with select"
                 + " pg_terminate_backend(PID), then migrate again";
    }
    return message.contains("checksum mismatch")
        ? "a migration that was applied differs from the one in this release; released migrations"
            + " never change, so deploy the release that was applied or a newer one. "
            + message
        : message;
  }
}
