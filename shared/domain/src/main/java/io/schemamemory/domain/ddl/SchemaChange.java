package io.schemamemory.domain.ddl;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One thing a DDL statement does to a schema.
public sealed interface SchemaChange {
  /// The table or view it is about, under its name before the change.
  @Nullable TableName table();

  /// A new table.
  ///
  /// @param partitioning how it is partitioned, as written
  record TableCreated(
      TableName table,
      List<Column> columns,
      List<Index> indexes,
      List<Constraint> constraints,
      List<TableOption> options,
      @Nullable String partitioning)
      implements SchemaChange {
    public TableCreated {
      columns = List.copyOf(columns);
      indexes = List.copyOf(indexes);
      constraints = List.copyOf(constraints);
      options = List.copyOf(options);
    }
  }

  /// A table goes, with all its rows.
  record TableDropped(TableName table) implements SchemaChange {}

  /// A table gets another name.
  record TableRenamed(TableName table, TableName to) implements SchemaChange {}

  /// A table loses all its rows.
  record TableTruncated(TableName table) implements SchemaChange {}

  /// A table gets other settings.
  record TableOptionsChanged(TableName table, List<TableOption> options) implements SchemaChange {
    public TableOptionsChanged {
      options = List.copyOf(options);
    }
  }

  /// All text of a table, and the table's own setting, move to another character set.
  record TableConverted(TableName table, String charset, @Nullable String collation)
      implements SchemaChange {}

  /// A new column.
  record ColumnAdded(TableName table, Column column, Position position) implements SchemaChange {}

  /// A column goes, with what was in it.
  record ColumnDropped(TableName table, String column) implements SchemaChange {}

  /// A column gets a definition; the statement does not say whether it differs from the former one.
  record ColumnChanged(TableName table, Column column, Position position) implements SchemaChange {}

  /// A column gets another name.
  record ColumnRenamed(TableName table, String column, String to) implements SchemaChange {}

  /// A column gets another default, or none.
  ///
  /// @param value as written; none if the default is dropped
  record ColumnDefaultChanged(TableName table, String column, @Nullable String value)
      implements SchemaChange {}

  /// A column is shown to `select *` again, or no longer.
  record ColumnVisibilityChanged(TableName table, String column, boolean visible)
      implements SchemaChange {}

  /// A new index.
  record IndexAdded(TableName table, Index index) implements SchemaChange {}

  /// An index goes.
  record IndexDropped(TableName table, String index) implements SchemaChange {}

  /// An index gets another name.
  record IndexRenamed(TableName table, String index, String to) implements SchemaChange {}

  /// An index is used by queries again, or no longer.
  record IndexVisibilityChanged(TableName table, String index, boolean visible)
      implements SchemaChange {}

  /// A new rule for every row.
  record ConstraintAdded(TableName table, Constraint constraint) implements SchemaChange {}

  /// A rule goes.
  ///
  /// @param name none of a primary key
  record ConstraintDropped(TableName table, Constraint.Kind kind, @Nullable String name)
      implements SchemaChange {}

  /// A rule is held again, or only written down.
  record ConstraintEnforcementChanged(
      TableName table, Constraint.Kind kind, String name, boolean enforced)
      implements SchemaChange {}

  /// A table is cut into partitions in another way.
  record PartitioningChanged(TableName table, Repartitioning how) implements SchemaChange {}

  /// A new view.
  ///
  /// @param orReplace whether a view of that name may have been there before
  record ViewCreated(TableName table, boolean orReplace) implements SchemaChange {}

  /// A view shows something else.
  record ViewChanged(TableName table) implements SchemaChange {}

  /// A view goes.
  record ViewDropped(TableName table) implements SchemaChange {}

  /// A statement or clause of another kind.
  ///
  /// @param kind its first words in capitals, such as `CREATE TRIGGER`
  record Other(@Nullable TableName table, String kind) implements SchemaChange {}

  /// A clause that cannot be read, beside others that can: it may do anything, so it may lose data.
  ///
  /// @param table none if a whole statement among several cannot be read
  /// @param text as written, with `…` for the strings in it
  record ClauseNotUnderstood(@Nullable TableName table, String text, Understanding.Reason reason)
      implements SchemaChange {}
}
