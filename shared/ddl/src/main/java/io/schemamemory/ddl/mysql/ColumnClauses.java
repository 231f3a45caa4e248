package io.schemamemory.ddl.mysql;

import io.debezium.ddl.parser.mysql.generated.MySqlParser;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.AlterByAddColumnContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.AlterByAddColumnsContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.AlterByAddDefinitionsContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.AlterByAlterColumnDefaultContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.AlterByChangeColumnContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.AlterByChangeDefaultContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.AlterByDropColumnContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.AlterByModifyColumnContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.AlterByRenameColumnContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.AlterSpecificationContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.ColumnDefinitionContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.UidContext;
import io.schemamemory.domain.ddl.Position;
import io.schemamemory.domain.ddl.Position.After;
import io.schemamemory.domain.ddl.Position.First;
import io.schemamemory.domain.ddl.Position.Unsaid;
import io.schemamemory.domain.ddl.SchemaChange;
import io.schemamemory.domain.ddl.SchemaChange.ColumnAdded;
import io.schemamemory.domain.ddl.SchemaChange.ColumnChanged;
import io.schemamemory.domain.ddl.SchemaChange.ColumnDefaultChanged;
import io.schemamemory.domain.ddl.SchemaChange.ColumnDropped;
import io.schemamemory.domain.ddl.SchemaChange.ColumnRenamed;
import io.schemamemory.domain.ddl.SchemaChange.ColumnVisibilityChanged;
import io.schemamemory.domain.ddl.SchemaChange.ConstraintAdded;
import io.schemamemory.domain.ddl.SchemaChange.IndexAdded;
import io.schemamemory.domain.ddl.TableName;
import java.util.List;
import java.util.stream.Stream;
import org.antlr.v4.runtime.tree.TerminalNode;

/// The clauses of an `alter table` that are about columns.
record ColumnClauses(MySqlWords words, TableName table) {
  /// None if the clause is about something else.
  List<SchemaChange> of(AlterSpecificationContext clause) {
    return switch (clause) {
      case AlterByAddColumnContext c ->
          added(new TableParts(words).add(words.name(c.uid(0)), c.columnDefinition()), position(c));
      case AlterByAddColumnsContext c -> added(parts(c), new Unsaid());
      case AlterByAddDefinitionsContext c ->
          added(new TableParts(words).add(c.createDefinition()), new Unsaid());
      case AlterByModifyColumnContext c ->
          changed(words.name(c.uid(0)), c.columnDefinition(), position(c));
      case AlterByChangeColumnContext c -> renamedAndChanged(c);
      case AlterByRenameColumnContext c ->
          List.of(new ColumnRenamed(table, words.name(c.oldColumn), words.name(c.newColumn)));
      case AlterByDropColumnContext c -> List.of(new ColumnDropped(table, words.name(c.uid())));
      case AlterByChangeDefaultContext c -> defaultChanged(c, words.name(c.uid()), c.DEFAULT());
      case AlterByAlterColumnDefaultContext c when c.DEFAULT() == null ->
          List.of(new ColumnVisibilityChanged(table, words.name(c.uid()), c.INVISIBLE() == null));
      case AlterByAlterColumnDefaultContext c ->
          defaultChanged(c, words.name(c.uid()), c.DEFAULT());
      default -> List.of();
    };
  }

  private TableParts parts(AlterByAddColumnsContext clause) {
    TableParts parts = new TableParts(words);
    for (int i = 0; i < clause.columnDefinition().size(); i++) {
      parts.add(words.name(clause.uid(i)), clause.columnDefinition(i));
    }
    return parts;
  }

  private List<SchemaChange> added(TableParts parts, Position position) {
    return Stream.concat(
            parts.columns().stream().map(column -> new ColumnAdded(table, column, position)),
            with(parts))
        .toList();
  }

  private List<SchemaChange> changed(
      String column, ColumnDefinitionContext definition, Position position) {
    TableParts parts = new TableParts(words).add(column, definition);
    return Stream.concat(
            parts.columns().stream().map(to -> new ColumnChanged(table, to, position)), with(parts))
        .toList();
  }

  /// What a column brings along: its primary key, its unique index, its check.
  private Stream<SchemaChange> with(TableParts parts) {
    return Stream.concat(
        parts.indexes().stream().map(index -> new IndexAdded(table, index)),
        parts.constraints().stream().map(constraint -> new ConstraintAdded(table, constraint)));
  }

  private List<SchemaChange> renamedAndChanged(AlterByChangeColumnContext change) {
    String from = words.name(change.oldColumn);
    String to = words.name(change.newColumn);
    List<SchemaChange> changes = changed(to, change.columnDefinition(), position(change));
    return from.equals(to)
        ? changes
        : Stream.concat(Stream.of(new ColumnRenamed(table, from, to)), changes.stream()).toList();
  }

  private List<SchemaChange> defaultChanged(
      AlterSpecificationContext clause, String column, TerminalNode keyword) {
    String value = words.writtenAfter(keyword.getSymbol(), clause);
    return List.of(new ColumnDefaultChanged(table, column, value.isEmpty() ? null : value));
  }

  private Position position(AlterSpecificationContext clause) {
    List<UidContext> names = clause.getRuleContexts(UidContext.class);
    if (!clause.getTokens(MySqlParser.FIRST).isEmpty()) {
      return new First();
    }
    return clause.getTokens(MySqlParser.AFTER).isEmpty()
        ? new Unsaid()
        : new After(words.name(names.getLast()));
  }
}
