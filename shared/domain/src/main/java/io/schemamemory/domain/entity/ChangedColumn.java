package io.schemamemory.domain.entity;

import io.schemamemory.domain.ddl.Column;
import io.schemamemory.domain.ddl.Dialect;
import io.schemamemory.domain.ddl.SchemaChange;
import io.schemamemory.domain.ddl.SchemaChange.ColumnAdded;
import io.schemamemory.domain.ddl.SchemaChange.ColumnChanged;
import io.schemamemory.domain.ddl.SchemaChange.ColumnDefaultChanged;
import io.schemamemory.domain.ddl.SchemaChange.ColumnDropped;
import io.schemamemory.domain.ddl.SchemaChange.ColumnRenamed;
import io.schemamemory.domain.ddl.SchemaChange.ColumnVisibilityChanged;
import io.schemamemory.domain.ddl.SchemaChange.TableCreated;
import io.schemamemory.domain.ddl.SchemaChange.TableRenamed;
import io.schemamemory.domain.ddl.TableName;
import io.schemamemory.domain.event.Envelope;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What a schema change does to one column.
record ChangedColumn(TableName table, String name, Fate fate) {
  /// What became of a column.
  sealed interface Fate {
    /// The column did not exist before.
    record Made(String definition) implements Fate {}

    /// The column exists no longer.
    record Dropped() implements Fate {}

    /// It has another definition.
    record Defined(String definition) implements Fate {}

    /// It was another column, whose definition it keeps.
    record Renamed(String from) implements Fate {}

    /// The same column, its name in other letters.
    record Respelled() implements Fate {}

    /// Changed in part; the statement does not give the whole definition.
    record Altered() implements Fate {}
  }

  /// The columns that one statement changes; its clauses take effect at once. Dropped columns come
  /// first, so that two columns may swap names. Where the table gets another name, its columns are
  /// found under that one afterwards; what is dropped is dropped under the former.
  static List<ChangedColumn> allOf(List<SchemaChange> changes) {
    return IntStream.range(0, changes.size())
        .boxed()
        .flatMap(i -> of(changes.get(i)).map(one -> one.after(changes.subList(i, changes.size()))))
        .sorted(Comparator.comparing(one -> !(one.fate() instanceof Fate.Dropped)))
        .toList();
  }

  static Stream<ChangedColumn> of(SchemaChange change) {
    return switch (change) {
      case TableCreated made -> made.columns().stream().map(column -> made(made.table(), column));
      case ColumnAdded added -> Stream.of(made(added.table(), added.column()));
      case ColumnChanged changed ->
          Stream.of(
              new ChangedColumn(
                  changed.table(),
                  changed.column().name(),
                  new Fate.Defined(changed.column().definition())));
      case ColumnDropped dropped ->
          Stream.of(new ChangedColumn(dropped.table(), dropped.column(), new Fate.Dropped()));
      case ColumnRenamed renamed -> renamed(renamed);
      case ColumnDefaultChanged changed ->
          Stream.of(new ChangedColumn(changed.table(), changed.column(), new Fate.Altered()));
      case ColumnVisibilityChanged changed ->
          Stream.of(new ChangedColumn(changed.table(), changed.column(), new Fate.Altered()));
      default -> Stream.empty();
    };
  }

  private static Stream<ChangedColumn> renamed(ColumnRenamed renamed) {
    String from = renamed.column();
    String to = renamed.to();
    return Dialect.MYSQL.columnKey(from).equals(Dialect.MYSQL.columnKey(to))
        ? Stream.of(new ChangedColumn(renamed.table(), to, new Fate.Respelled()))
        : Stream.of(
            new ChangedColumn(renamed.table(), from, new Fate.Dropped()),
            new ChangedColumn(renamed.table(), to, new Fate.Renamed(from)));
  }

  private ChangedColumn after(List<SchemaChange> changes) {
    TableName last = table;
    for (SchemaChange change : changes) {
      if (change instanceof TableRenamed(TableName from, TableName to) && from.equals(last)) {
        last = to;
      }
    }
    return fate instanceof Fate.Dropped ? this : new ChangedColumn(last, name, fate);
  }

  private static ChangedColumn made(TableName table, Column column) {
    return new ChangedColumn(table, column.name(), new Fate.Made(column.definition()));
  }

  EntityName named(Envelope in) {
    return EntityName.column(in, table.keyspace(), table.name(), name);
  }
}
