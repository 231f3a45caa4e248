package io.schemamemory.bench.backfill;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A copy of a table's rows, each with its batch, and the statement that inserts them again.
///
/// @param columns their names
record TableCopy(String name, List<String> columns, String insert) {
  /// In the order of the foreign keys; each with the expression for a row's batch.
  private static final List<Kept> KEPT =
      List.of(
          new Kept("person_identity", "0", ""),
          new Kept("person", "0", ""),
          new Kept("audit_log_entry", "(t.number - min(t.number) over ()) / 500", ""),
          new Kept(
              "observation",
              "b.batch",
              "join bench.observation_batch b on b.observation_id = t.id"),
          new Kept("sighting", "b.batch", "join bench.observation_batch b using (observation_id)"),
          new Kept(
              "observation_facet",
              "b.batch",
              "join bench.observation_batch b using (observation_id)"),
          new Kept(
              "temporal_state", "b.batch", "join bench.observation_batch b using (observation_id)"),
          new Kept(
              "entity", "n.batch", "join bench.named n on n.facet = t.kind and n.value = t.name"));

  private static final String COLUMNS =
      """
      select attname, format_type(atttypid, atttypmod)
      from pg_attribute
      where attrelid = ?::regclass and attnum > 0 and not attisdropped and attgenerated = ''
      order by attnum
      """;

  private record Kept(String name, String batch, String join) {
    String keep() {
      return """
      create table bench.%1$s as select %2$s as batch, t.* from memory.%1$s t %3$s;
      create index on bench.%1$s (batch);
      """
          .formatted(name, batch, join);
    }
  }

  /// Copies what is in the memory now.
  static final String SCHEMA =
      """
      grant create on database memory to memory_owner;
      set role memory_owner;
      create schema bench;
      create table bench.observation_batch as
        select observation_id, (reference - min(reference) over ()) / 500 as batch
        from memory.sighting;
      create table bench.named as
        select f.facet, f.value, min(b.batch) as batch
        from memory.observation_facet f
        join bench.observation_batch b using (observation_id)
        group by f.facet, f.value;
      """
          + KEPT.stream().map(Kept::keep).collect(Collectors.joining())
          + "analyze";

  static List<TableCopy> all(Connection owner) throws SQLException {
    List<TableCopy> tables = new ArrayList<>();
    for (Kept kept : KEPT) {
      tables.add(of(owner, kept.name()));
    }
    return tables;
  }

  private static TableCopy of(Connection owner, String name) throws SQLException {
    try (PreparedStatement statement = owner.prepareStatement(COLUMNS)) {
      statement.setString(1, "memory." + name);
      List<String> columns = new ArrayList<>();
      List<String> casts = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          columns.add(rows.getString(1));
          casts.add("r." + rows.getString(1) + "::" + rows.getString(2));
        }
      }
      return new TableCopy(name, columns, insert(name, columns, casts));
    }
  }

  private static String insert(String name, List<String> columns, List<String> casts) {
    String names = String.join(", ", columns);
    String arrays = columns.stream().map(_ -> "?::text[]").collect(Collectors.joining(", "));
    return """
    insert into memory.%1$s (%2$s) overriding system value
    select %3$s from unnest(%4$s) as r (%2$s)
    """
        .formatted(name, names, String.join(", ", casts), arrays);
  }

  /// A batch's rows, column by column.
  @Nullable String[][] batch(Connection owner, int batch) throws SQLException {
    String query =
        "select " + String.join(", ", columns) + " from bench." + name + " where batch = ?";
    try (PreparedStatement statement = owner.prepareStatement(query)) {
      statement.setInt(1, batch);
      try (ResultSet rows = statement.executeQuery()) {
        List<List<@Nullable String>> read =
            IntStream.range(0, columns.size())
                .<List<@Nullable String>>mapToObj(_ -> new ArrayList<>())
                .toList();
        while (rows.next()) {
          for (int i = 0; i < columns.size(); i++) {
            read.get(i).add(rows.getString(i + 1));
          }
        }
        return read.stream().map(texts -> texts.toArray(String[]::new)).toArray(String[][]::new);
      }
    }
  }

  /// Inserts a batch in one statement.
  void insert(Connection owner, @Nullable String[][] rows) throws SQLException {
    if (rows[0].length == 0) {
      return;
    }
    try (PreparedStatement statement = owner.prepareStatement(insert)) {
      for (int i = 0; i < rows.length; i++) {
        statement.setArray(i + 1, owner.createArrayOf("text", rows[i]));
      }
      statement.executeUpdate();
    }
  }

  /// Fails if the table does not hold as many rows as the copy.
  void requireAll(Connection owner) throws SQLException {
    String query =
        "select (select count(*) from memory.%1$s) = (select count(*) from bench.%1$s)"
            .formatted(name);
    try (Statement statement = owner.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      if (!row.next() || !row.getBoolean(1)) {
        throw new IllegalStateException("not all rows of " + name + " were inserted");
      }
    }
  }
}
