package io.schemamemory.migrateschema;

import io.schemamemory.data.connection.SqlState;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.FlywayException;

/// The invocation failed; the message says what to change. Nothing is half done but an index made
/// outside a transaction, which the next run finishes.
public final class MigrationException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final String INSUFFICIENT_PRIVILEGE = "42501";
  private static final String LOCK_NOT_AVAILABLE = "55P03";
  private static final String NO_SCHEMA = "3F000";
  private static final String NO_ROLE = "22023";
  private static final String NO_OBJECT = "42704";
  private static final String READ_ONLY = "25006";

  /// How Flyway reports a file and a place in it, before the server's message.
  private static final Pattern STOPPED =
      Pattern.compile("Failed to execute script (V\\S+\\.sql).*?Line +: (\\d+)", Pattern.DOTALL);

  MigrationException(String message) {
    super(message);
  }

  static MigrationException explaining(FlywayException failure) {
    String state = SqlState.of(failure);
    return new MigrationException(
        switch (state) {
          case INSUFFICIENT_PRIVILEGE ->
              "the migrator lacks a privilege (SQLSTATE 42501): run bin/bootstrap as the database's"
                  + " administrator, then migrate again";
          case LOCK_NOT_AVAILABLE ->
              "a table is in use and did not become free in time (SQLSTATE 55P03): migrate again;"
                  + " what was applied stays, and what stopped halfway goes on";
          case NO_SCHEMA, NO_ROLE, NO_OBJECT ->
              "the schema memory or the role memory_owner is missing (SQLSTATE "
                  + state
                  + "): run bin/bootstrap as the database's administrator, then migrate again";
          case READ_ONLY ->
              "the database became read-only (SQLSTATE 25006): make it writable, or use the host of"
                  + " its primary, then migrate again";
          default -> said(failure, state);
        });
  }

  private static String said(FlywayException failure, String state) {
    String message = String.valueOf(failure.getMessage());
    if (message.contains("advisory lock")) {
      return "another session holds the migrations' lock: another run, or a login that took an"
          + " advisory lock. select usename, pid from pg_locks join pg_stat_activity using"
          + " (pid) where locktype = 'advisory' says whose; end it with select"
          + " pg_terminate_backend(PID), then migrate again";
    }
    if (failure.getErrorCode() == CoreErrorCode.NON_EMPTY_SCHEMA_WITHOUT_SCHEMA_HISTORY_TABLE) {
      return "the schema memory has objects, but no record of migrations"
          + " (memory.flyway_schema_history): it was restored without it, or somebody else"
          + " made it. Restore all of the schema; or, if nothing in it is needed, drop"
          + " schema memory cascade, run bin/bootstrap, and migrate again";
    }
    Matcher stopped = STOPPED.matcher(message);
    if (stopped.find()) {
      return "%s stopped at line %s (SQLSTATE %s), and nothing of it was applied: something else stands in the schema memory where it makes something. The server's log has the statement; then migrate again"
          .formatted(stopped.group(1), stopped.group(2), state);
    }
    // Flyway's own message: it names migrations and checksums, never row data.
    return message.contains("checksum mismatch")
        ? "a migration that was applied differs from the one in this release; released migrations"
            + " never change, so deploy the release that was applied or a newer one. "
            + message
        : message;
  }
}
