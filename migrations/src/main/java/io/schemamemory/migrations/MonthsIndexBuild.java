package io.schemamemory.migrations;

import java.sql.SQLException;
import java.util.Optional;

/// Builds an index on a table with months; continues where an earlier run stopped.
///
/// The parent's index comes first: months that `memory.ensure_month` makes later then get theirs
/// when they are made, and only the existing months remain.
final class MonthsIndexBuild {
  private static final String NEXT =
      """
      select m.relname
      from pg_inherits i
      join pg_class m on m.oid = i.inhrelid
      where i.inhparent = to_regclass('memory.' || ?)
        and not i.inhdetachpending
        and not exists (
          select from pg_index x
          join pg_inherits a on a.inhrelid = x.indexrelid
          where x.indrelid = m.oid and a.inhparent = to_regclass('memory.' || ?))
      order by m.relname
      limit 1
      """;
  private static final String IS_MONTH =
      """
      select 'yes' from pg_inherits
      where inhrelid = to_regclass('memory.' || quote_ident(?)) and not inhdetachpending
      """;
  private static final String IS_VALID =
      """
      select indisvalid::text from pg_index
      where indexrelid = to_regclass('memory.' || quote_ident(?))
      """;

  private final MonthsIndex index;
  private final OnlineStatements database;

  MonthsIndexBuild(MonthsIndex index, OnlineStatements database) {
    this.index = index;
    this.database = database;
  }

  void run() throws SQLException, InterruptedException {
    do {
      database.briefly(
          "create index if not exists %s on only memory.%s %s"
              .formatted(index.name(), index.table(), index.definition()));
      for (Optional<String> month = next(); month.isPresent(); month = next()) {
        add(month.orElseThrow());
      }
    } while (!isValid());
  }

  private Optional<String> next() throws SQLException {
    return database.ask(NEXT, index.table(), index.name());
  }

  private void add(String month) throws SQLException, InterruptedException {
    try {
      build(month);
      database.briefly(
          "alter index memory.%s attach partition memory.\"%s\""
              .formatted(index.name(), index.on(month)));
    } catch (SQLException failure) {
      // Ignored if retention has dropped the month meanwhile.
      if (database.ask(IS_MONTH, month).isPresent()) {
        throw failure;
      }
    }
  }

  private void build(String month) throws SQLException {
    String name = index.on(month);
    Optional<String> valid = database.ask(IS_VALID, name);
    if (valid.equals(Optional.of("true"))) {
      return;
    }
    if (valid.isPresent()) {
      // A failed CONCURRENTLY leaves an invalid index, which every write maintains and no query
      // uses.
      database.concurrently("drop index concurrently memory.\"" + name + "\"");
    }
    database.concurrently(
        "create index concurrently \"%s\" on memory.\"%s\" %s"
            .formatted(name, month, index.definition()));
  }

  /// The parent's index becomes valid when the last month's is attached. If that month was dropped
  /// instead, it never does, so it is dropped and built again.
  private boolean isValid() throws SQLException, InterruptedException {
    if (database.ask(IS_VALID, index.name()).equals(Optional.of("true"))) {
      return true;
    }
    database.briefly("drop index memory." + index.name());
    return false;
  }
}
