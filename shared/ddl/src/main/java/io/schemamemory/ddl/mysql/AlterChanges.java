package io.schemamemory.ddl.mysql;

import io.debezium.ddl.parser.mysql.generated.MySqlParser.AlterByConvertCharsetContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.AlterByLockContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.AlterByRenameContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.AlterBySetAlgorithmContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.AlterByTableOptionContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.AlterByValidateContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.AlterPartitionContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.AlterPartitionSpecificationContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.AlterSpecificationContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.AlterTableContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.PartitionDefinitionsContext;
import io.schemamemory.domain.ddl.Repartitioning;
import io.schemamemory.domain.ddl.SchemaChange;
import io.schemamemory.domain.ddl.SchemaChange.Other;
import io.schemamemory.domain.ddl.SchemaChange.PartitioningChanged;
import io.schemamemory.domain.ddl.SchemaChange.TableConverted;
import io.schemamemory.domain.ddl.SchemaChange.TableOptionsChanged;
import io.schemamemory.domain.ddl.SchemaChange.TableRenamed;
import io.schemamemory.domain.ddl.TableName;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.antlr.v4.runtime.ParserRuleContext;

/// The changes of an `alter table`, clause by clause.
final class AlterChanges {
  /// All clauses take effect at once, and they know the table by its former name.
  static final Comparator<SchemaChange> RENAMES_LAST =
      Comparator.comparing(TableRenamed.class::isInstance);

  private final MySqlWords words;
  private final TableName table;

  AlterChanges(MySqlWords words, AlterTableContext alter) {
    this.words = words;
    this.table = words.table(alter.tableName());
  }

  List<SchemaChange> of(AlterTableContext alter) {
    return clauses(alter).stream().sorted(RENAMES_LAST).toList();
  }

  private List<SchemaChange> clauses(AlterTableContext alter) {
    Stream<SchemaChange> clauses = alter.alterSpecification().stream().flatMap(this::of);
    PartitionDefinitionsContext partitioning = alter.partitionDefinitions();
    return partitioning == null
        ? clauses.toList()
        : Stream.concat(clauses, Stream.of(partitioned(partitioning))).toList();
  }

  private SchemaChange partitioned(PartitionDefinitionsContext by) {
    return new PartitioningChanged(table, new Partitions(words).by(by));
  }

  private Stream<? extends SchemaChange> of(AlterSpecificationContext clause) {
    return switch (clause) {
      case AlterByTableOptionContext c ->
          Stream.of(new TableOptionsChanged(table, new TableOptions(words).of(c.tableOption())));
      case AlterByConvertCharsetContext c ->
          Stream.of(
              new TableConverted(
                  table,
                  MySqlWords.unquoted(words.written(c.charsetName())),
                  c.collationName() == null
                      ? null
                      : MySqlWords.unquoted(words.written(c.collationName()))));
      case AlterByRenameContext c -> Stream.of(new TableRenamed(table, renamed(c)));
      case AlterPartitionContext c -> repartitioned(c.alterPartitionSpecification());
      // These say how to run the change, not what it changes.
      case AlterBySetAlgorithmContext _, AlterByLockContext _, AlterByValidateContext _ ->
          Stream.of();
      default -> of(clause, new ColumnClauses(words, table), new KeyClauses(words, table));
    };
  }

  private Stream<? extends SchemaChange> of(
      AlterSpecificationContext clause, ColumnClauses columns, KeyClauses keys) {
    List<SchemaChange> changes = columns.of(clause);
    if (!changes.isEmpty()) {
      return changes.stream();
    }
    SchemaChange change = keys.of(clause);
    return Stream.of(change == null ? other(clause) : change);
  }

  private TableName renamed(AlterByRenameContext rename) {
    return rename.fullId() == null
        ? new TableName(words.keyspace(), words.name(rename.uid()))
        : words.table(rename.fullId());
  }

  private Stream<SchemaChange> repartitioned(AlterPartitionSpecificationContext clause) {
    Repartitioning how = new Partitions(words).of(clause);
    return Stream.of(how == null ? other(clause) : new PartitioningChanged(table, how));
  }

  private SchemaChange other(ParserRuleContext clause) {
    return new Other(table, words.kind(clause));
  }
}
