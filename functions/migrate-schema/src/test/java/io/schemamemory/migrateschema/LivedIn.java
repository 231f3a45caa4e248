package io.schemamemory.migrateschema;

import io.schemamemory.migrations.Migrations;
import io.schemamemory.testkit.EmptyDatabase;
import io.schemamemory.testkit.Rows;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A database with rows in it from every migration so far, see [LongUse].
record LivedIn(EmptyDatabase database) {
  static final String OWNER = "set role memory_owner; ";

  /// A row as it was, without what later versions add.
  record Row(String table, String json) {}

  void migrate() {
    Migrations.over(database.migrator().reveal()).migrate();
  }

  List<String> tables() {
    return ask("""
            select relname from pg_class
            where relnamespace = 'memory'::regnamespace and relkind in ('r', 'p')
              and not relispartition and relname <> 'flyway_schema_history'
            order by relname
            """)
        .map(row -> String.valueOf(row.get("relname")))
        .toList();
  }

  List<Row> rows() {
    return tables().stream().flatMap(this::rows).toList();
  }

  private Stream<Row> rows(String table) {
    return ask("select to_jsonb(t)::text as row from memory." + table + " t")
        .map(row -> new Row(table, String.valueOf(row.get("row"))));
  }

  /// Whether a row is still there with everything it said, in the columns that still are.
  boolean has(Row row) {
    return ask("""
            select 1 from memory.%s t
            where to_jsonb(t) @> (
              select jsonb_object_agg(said.key, said.value)
              from jsonb_each('%s') as said
              where to_jsonb(t) ? said.key)
            """
            .formatted(row.table(), row.json().replace("'", "''")))
        .findAny()
        .isPresent();
  }

  private Stream<Map<String, @Nullable Object>> ask(String query) {
    return Rows.of(database.administrator(), OWNER, query).stream();
  }
}
