package io.schemamemory.ddl.mysql;

import io.debezium.ddl.parser.mysql.generated.MySqlParser.CheckColumnConstraintContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.ColumnConstraintContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.ColumnDeclarationContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.ColumnDefinitionContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.ConstraintDeclarationContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.CreateDefinitionContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.IndexColumnDefinitionContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.IndexDeclarationContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.PrimaryKeyColumnConstraintContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.SerialDefaultColumnConstraintContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.SimpleIndexDeclarationContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.SpecialIndexDeclarationContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.TableConstraintContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.UidContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.UniqueKeyColumnConstraintContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.UniqueKeyTableConstraintContext;
import io.schemamemory.ddl.mysql.token.UnreadDdlException;
import io.schemamemory.domain.ddl.Column;
import io.schemamemory.domain.ddl.Constraint;
import io.schemamemory.domain.ddl.Index;
import io.schemamemory.domain.ddl.Index.Kind;
import io.schemamemory.domain.ddl.Understanding.Reason;
import java.util.ArrayList;
import java.util.List;

/// The columns, indexes and constraints that a table's definitions add up to.
final class TableParts {
  private final List<Column> columns = new ArrayList<>();
  private final List<Index> indexes = new ArrayList<>();
  private final List<Constraint> constraints = new ArrayList<>();
  private final MySqlWords words;

  TableParts(MySqlWords words) {
    this.words = words;
  }

  List<Column> columns() {
    return columns;
  }

  List<Index> indexes() {
    return indexes;
  }

  List<Constraint> constraints() {
    return constraints;
  }

  TableParts add(List<CreateDefinitionContext> definitions) {
    for (CreateDefinitionContext definition : definitions) {
      switch (definition) {
        case ColumnDeclarationContext column -> add(name(column), column.columnDefinition());
        case IndexDeclarationContext index -> indexes.add(index(index.indexColumnDefinition()));
        case ConstraintDeclarationContext constraint -> add(constraint.tableConstraint());
        default -> throw new IllegalStateException(definition.getClass().getName());
      }
    }
    return this;
  }

  /// A column, and the indexes and constraints its definition brings along.
  TableParts add(String name, ColumnDefinitionContext definition) {
    String type = words.written(definition.dataType());
    String attributes = words.writtenAfter(definition.dataType(), definition);
    columns.add(new Column(name, type, attributes));
    TableParts keys = new TableParts(words);
    definition.columnConstraint().forEach(constraint -> keys.add(name, constraint));
    if (type.equalsIgnoreCase("SERIAL")) {
      keys.indexes.add(unique(name));
    }
    // A key that is said twice is one.
    keys.indexes.stream().distinct().forEach(indexes::add);
    keys.constraints.stream().distinct().forEach(constraints::add);
    return this;
  }

  /// The grammar takes `.a` for a column's name.
  private String name(ColumnDeclarationContext column) {
    UidContext name = column.fullColumnName().uid();
    if (name == null) {
      throw new UnreadDdlException(Reason.SYNTAX);
    }
    return words.name(name);
  }

  private static Index unique(String column) {
    return new Index(null, Kind.UNIQUE, List.of(column));
  }

  /// MySQL 8 ignores `references` in a column definition, so it is an attribute only.
  private void add(String column, ColumnConstraintContext constraint) {
    switch (constraint) {
      case PrimaryKeyColumnConstraintContext _ ->
          constraints.add(new Constraint.PrimaryKey(List.of(column)));
      case UniqueKeyColumnConstraintContext _, SerialDefaultColumnConstraintContext _ ->
          indexes.add(unique(column));
      case CheckColumnConstraintContext check ->
          constraints.add(new Constraints(words).check(check));
      default -> {}
    }
  }

  private Index index(IndexColumnDefinitionContext index) {
    Indexes reader = new Indexes(words);
    return switch (index) {
      case SimpleIndexDeclarationContext simple ->
          reader.index(simple.uid(), null, simple.indexColumnNames());
      case SpecialIndexDeclarationContext special ->
          reader.index(special.uid(), special.getStart(), special.indexColumnNames());
      default -> throw new IllegalStateException(index.getClass().getName());
    };
  }

  private void add(TableConstraintContext constraint) {
    if (constraint instanceof UniqueKeyTableConstraintContext unique) {
      indexes.add(new Indexes(words).unique(unique.name, unique.index, unique.indexColumnNames()));
    } else {
      constraints.add(new Constraints(words).of(constraint));
    }
  }
}
