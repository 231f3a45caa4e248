package io.schemamemory.ddl;

import io.schemamemory.ddl.mysql.MySqlReader;
import io.schemamemory.domain.ddl.Dialect;
import io.schemamemory.domain.ddl.Understanding;
import io.schemamemory.domain.ddl.Understanding.NotUnderstood;
import io.schemamemory.domain.ddl.Understanding.Reason;
import org.jspecify.annotations.Nullable;

/// Reads what a DDL statement changes. Thread-safe and expensive to make: keep one.
public final class DdlReader {
  private final MySqlReader mySql = new MySqlReader();

  /// Never fails: what cannot be read is not understood.
  ///
  /// @param keyspace where names without one live, if known
  public Understanding read(Dialect dialect, @Nullable String keyspace, String ddl) {
    return switch (dialect) {
      case MYSQL -> mySql.read(keyspace, ddl);
      case POSTGRESQL -> new NotUnderstood(Reason.POSTGRES);
    };
  }
}
