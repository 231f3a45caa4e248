package io.schemamemory.data.connection;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/// What decides whether a database can hold the memory.
///
/// @param version such as 170011
/// @param encoding what it stores texts in, such as `UTF8`
/// @param replica whether the server follows another one
/// @param readOnly whether a transaction may only read
public record DatabaseTraits(
    String database, int version, String encoding, boolean replica, boolean readOnly) {
  private static final int OLDEST = 170_000;

  private static final String QUERY =
      """
      select
        current_database(),
        current_setting('server_version_num')::integer,
        current_setting('server_encoding'),
        pg_is_in_recovery(),
        current_setting('transaction_read_only')::boolean
      """;

  /// Those of the database a connection leads to.
  public static DatabaseTraits of(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(QUERY)) {
      row.next();
      return new DatabaseTraits(
          row.getString(1), row.getInt(2), row.getString(3), row.getBoolean(4), row.getBoolean(5));
    }
  }

  /// Why it cannot hold the memory, and what to do; empty if it can.
  public Optional<String> unfit() {
    if (version < OLDEST) {
      return Optional.of(
          "the server must be PostgreSQL 17 or newer, and this is PostgreSQL " + version / 10_000);
    }
    if (!encoding.equals("UTF8")) {
      return Optional.of(
          "the database %1$s is in %2$s, which cannot hold every text that PlanetScale sends: make one with create database ... encoding 'UTF8' template template0, and use that"
              .formatted(database, encoding));
    }
    if (replica) {
      return Optional.of(
          "the server of the database %s is a replica, which is read-only: use the host of its primary"
              .formatted(database));
    }
    if (readOnly) {
      return Optional.of(
          "the database %s is read-only: turn default_transaction_read_only off, with alter database or alter role ... reset default_transaction_read_only"
              .formatted(database));
    }
    return Optional.empty();
  }
}
