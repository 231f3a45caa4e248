package io.schemamemory.verification.upgrade;

import io.schemamemory.migrations.Migrations;
import io.schemamemory.testkit.EmptyDatabase;
import io.schemamemory.testkit.Rows;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A database with rows from every migration so far, see [StepwiseUpgrade].
record DatabaseInUse(EmptyDatabase database) {
  static final String OWNER = "set role memory_owner; ";

  /// A row before the upgrade.
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

  /// Whether a row is still there with all its values, in the columns that still exist.
  boolean has(Row row) {
    return ask("""
            select 1 from memory.%s t
            where to_jsonb(t) @> (
              select jsonb_object_agg(old.key, old.value)
              from jsonb_each('%s') as old
              where to_jsonb(t) ? old.key)
            """
            .formatted(row.table(), row.json().replace("'", "''")))
        .findAny()
        .isPresent();
  }

  private Stream<Map<String, @Nullable Object>> ask(String query) {
    return Rows.of(database.administrator(), OWNER, query).stream();
  }
}
