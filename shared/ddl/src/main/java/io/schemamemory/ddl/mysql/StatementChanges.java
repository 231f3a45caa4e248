package io.schemamemory.ddl.mysql;

import io.debezium.ddl.parser.mysql.generated.MySqlParser.AlterTableContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.AlterViewContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.ColumnCreateTableContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.CopyCreateTableContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.CreateDefinitionsContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.CreateIndexContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.CreateViewContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.DropIndexContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.DropTableContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.DropViewContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.PartitionDefinitionsContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.QueryCreateTableContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.RenameTableClauseContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.RenameTableContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.SqlStatementContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.TableNameContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.TableOptionContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.TruncateTableContext;
import io.schemamemory.domain.ddl.Index;
import io.schemamemory.domain.ddl.SchemaChange;
import io.schemamemory.domain.ddl.SchemaChange.IndexAdded;
import io.schemamemory.domain.ddl.SchemaChange.Other;
import io.schemamemory.domain.ddl.SchemaChange.TableCreated;
import io.schemamemory.domain.ddl.SchemaChange.TableDropped;
import io.schemamemory.domain.ddl.SchemaChange.TableRenamed;
import io.schemamemory.domain.ddl.SchemaChange.TableTruncated;
import io.schemamemory.domain.ddl.SchemaChange.ViewChanged;
import io.schemamemory.domain.ddl.SchemaChange.ViewCreated;
import io.schemamemory.domain.ddl.SchemaChange.ViewDropped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The changes of one statement.
record StatementChanges(MySqlWords words) {
  List<? extends SchemaChange> of(SqlStatementContext statement) {
    if (statement.ddlStatement() == null) {
      return other(statement);
    }
    return switch (statement.ddlStatement().getChild(0)) {
      case AlterTableContext alter -> new AlterChanges(words, alter).of(alter);
      case ColumnCreateTableContext c when c.TEMPORARY() == null ->
          created(c.tableName(), c.createDefinitions(), c.tableOption(), c.partitionDefinitions());
      case QueryCreateTableContext c when c.TEMPORARY() == null ->
          created(c.tableName(), c.createDefinitions(), c.tableOption(), c.partitionDefinitions());
      case CopyCreateTableContext c when c.TEMPORARY() == null ->
          created(c.tableName(0), null, List.of(), null);
      case DropTableContext c when c.TEMPORARY() == null ->
          c.tables().tableName().stream().map(words::table).map(TableDropped::new).toList();
      case RenameTableContext c -> c.renameTableClause().stream().map(this::renamed).toList();
      case TruncateTableContext c -> List.of(new TableTruncated(words.table(c.tableName())));
      case CreateIndexContext c -> List.of(created(c));
      case DropIndexContext c ->
          List.of(new Indexes(words).dropped(words.table(c.tableName()), c.uid()));
      case CreateViewContext c ->
          List.of(new ViewCreated(words.table(c.fullId()), c.orReplace() != null));
      case AlterViewContext c -> List.of(new ViewChanged(words.table(c.fullId())));
      case DropViewContext c ->
          c.fullId().stream().map(words::table).map(ViewDropped::new).toList();
      default -> other(statement);
    };
  }

  private List<SchemaChange> created(
      TableNameContext table,
      @Nullable CreateDefinitionsContext definitions,
      List<TableOptionContext> options,
      @Nullable PartitionDefinitionsContext partitions) {
    TableParts parts = new TableParts(words);
    if (definitions != null) {
      parts.add(definitions.createDefinition());
    }
    return List.of(
        new TableCreated(
            words.table(table),
            parts.columns(),
            parts.indexes(),
            parts.constraints(),
            new TableOptions(words).of(options),
            partitions == null ? null : words.written(partitions.partitionFunctionDefinition())));
  }

  private SchemaChange created(CreateIndexContext c) {
    Index index = new Indexes(words).index(c.uid(), c.indexCategory, c.indexColumnNames());
    return new IndexAdded(words.table(c.tableName()), index);
  }

  private SchemaChange renamed(RenameTableClauseContext rename) {
    return new TableRenamed(words.table(rename.tableName(0)), words.table(rename.tableName(1)));
  }

  private List<SchemaChange> other(SqlStatementContext statement) {
    return List.of(new Other(null, words.kind(statement)));
  }
}
