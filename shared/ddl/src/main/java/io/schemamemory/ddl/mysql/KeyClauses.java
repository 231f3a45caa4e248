package io.schemamemory.ddl.mysql;

import io.debezium.ddl.parser.mysql.generated.MySqlParser.AlterByAddCheckTableConstraintContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.AlterByAddForeignKeyContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.AlterByAddIndexContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.AlterByAddPrimaryKeyContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.AlterByAddSpecialIndexContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.AlterByAddUniqueKeyContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.AlterByAlterCheckTableConstraintContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.AlterByAlterIndexVisibilityContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.AlterByDropConstraintCheckContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.AlterByDropForeignKeyContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.AlterByDropIndexContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.AlterByDropPrimaryKeyContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.AlterByRenameIndexContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.AlterSpecificationContext;
import io.schemamemory.domain.ddl.Constraint;
import io.schemamemory.domain.ddl.Constraint.Kind;
import io.schemamemory.domain.ddl.Index;
import io.schemamemory.domain.ddl.SchemaChange;
import io.schemamemory.domain.ddl.SchemaChange.ConstraintAdded;
import io.schemamemory.domain.ddl.SchemaChange.ConstraintDropped;
import io.schemamemory.domain.ddl.SchemaChange.ConstraintEnforcementChanged;
import io.schemamemory.domain.ddl.SchemaChange.IndexAdded;
import io.schemamemory.domain.ddl.SchemaChange.IndexRenamed;
import io.schemamemory.domain.ddl.SchemaChange.IndexVisibilityChanged;
import io.schemamemory.domain.ddl.TableName;
import org.jspecify.annotations.Nullable;

/// The clauses of an `alter table` that are about indexes and constraints.
record KeyClauses(MySqlWords words, TableName table) {
  /// Null if the clause is about something else.
  @Nullable SchemaChange of(AlterSpecificationContext clause) {
    Indexes indexes = new Indexes(words);
    return switch (clause) {
      case AlterByAddIndexContext c -> added(indexes.index(c.uid(), null, c.indexColumnNames()));
      case AlterByAddSpecialIndexContext c ->
          added(indexes.index(c.uid(), c.keyType, c.indexColumnNames()));
      case AlterByAddUniqueKeyContext c ->
          added(indexes.unique(c.name, c.indexName, c.indexColumnNames()));
      case AlterByDropIndexContext c -> indexes.dropped(table, c.uid());
      case AlterByAlterIndexVisibilityContext c ->
          new IndexVisibilityChanged(table, words.name(c.uid()), c.INVISIBLE() == null);
      case AlterByRenameIndexContext c ->
          new IndexRenamed(table, words.name(c.uid(0)), words.name(c.uid(1)));
      default -> constraint(clause, new Constraints(words));
    };
  }

  private @Nullable SchemaChange constraint(
      AlterSpecificationContext clause, Constraints constraints) {
    return switch (clause) {
      case AlterByAddPrimaryKeyContext c -> added(constraints.primaryKey(c.indexColumnNames()));
      case AlterByAddForeignKeyContext c ->
          added(constraints.foreignKey(c.name, c.indexColumnNames(), c.referenceDefinition()));
      case AlterByAddCheckTableConstraintContext c -> added(constraints.check(c));
      case AlterByDropPrimaryKeyContext _ -> new ConstraintDropped(table, Kind.PRIMARY_KEY, null);
      case AlterByDropForeignKeyContext c ->
          new ConstraintDropped(table, Kind.FOREIGN_KEY, words.name(c.uid()));
      case AlterByDropConstraintCheckContext c ->
          dropped(c.CHECK() == null ? Kind.UNSAID : Kind.CHECK, words.name(c.uid()));
      case AlterByAlterCheckTableConstraintContext c when !c.uid().isEmpty() -> enforced(c);
      default -> null;
    };
  }

  /// MySQL calls the primary key PRIMARY.
  private SchemaChange dropped(Kind kind, String name) {
    return kind == Kind.UNSAID && name.equalsIgnoreCase("PRIMARY")
        ? new ConstraintDropped(table, Kind.PRIMARY_KEY, null)
        : new ConstraintDropped(table, kind, name);
  }

  /// `alter constraint` is parsed as `alter check`.
  private SchemaChange enforced(AlterByAlterCheckTableConstraintContext clause) {
    Kind kind = clause.CHECK().getText().equalsIgnoreCase("CHECK") ? Kind.CHECK : Kind.UNSAID;
    return new ConstraintEnforcementChanged(
        table, kind, words.name(clause.uid().getLast()), clause.NOT() == null);
  }

  private SchemaChange added(Index index) {
    return new IndexAdded(table, index);
  }

  private SchemaChange added(Constraint constraint) {
    return new ConstraintAdded(table, constraint);
  }
}
