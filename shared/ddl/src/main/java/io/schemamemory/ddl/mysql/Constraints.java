package io.schemamemory.ddl.mysql;

import io.debezium.ddl.parser.mysql.generated.MySqlParser.AlterByAddCheckTableConstraintContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.CheckColumnConstraintContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.CheckTableConstraintContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.ForeignKeyTableConstraintContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.IndexColumnNamesContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.PrimaryKeyTableConstraintContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.ReferenceActionContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.ReferenceControlTypeContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.ReferenceDefinitionContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.TableConstraintContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.UidContext;
import io.schemamemory.domain.ddl.Constraint;
import io.schemamemory.domain.ddl.Constraint.Check;
import io.schemamemory.domain.ddl.Constraint.ForeignKey;
import io.schemamemory.domain.ddl.Constraint.PrimaryKey;
import java.util.Locale;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/// Primary keys, foreign keys and checks.
record Constraints(MySqlWords words) {
  Constraint of(TableConstraintContext constraint) {
    return switch (constraint) {
      case PrimaryKeyTableConstraintContext key -> primaryKey(key.indexColumnNames());
      case ForeignKeyTableConstraintContext key ->
          foreignKey(key.name, key.indexColumnNames(), key.referenceDefinition());
      case CheckTableConstraintContext check ->
          check(check.name, check.LR_BRACKET(), check.RR_BRACKET());
      default -> throw new IllegalStateException(constraint.getClass().getName());
    };
  }

  Constraint primaryKey(IndexColumnNamesContext columns) {
    return new PrimaryKey(new Indexes(words).parts(columns));
  }

  Constraint foreignKey(
      @Nullable UidContext name,
      IndexColumnNamesContext columns,
      ReferenceDefinitionContext reference) {
    Indexes indexes = new Indexes(words);
    ReferenceActionContext action = reference.referenceAction();
    return new ForeignKey(
        words.nameOrNull(name),
        indexes.parts(columns),
        words.table(reference.tableName()),
        indexes.parts(reference.indexColumnNames()),
        action == null ? null : written(action.onDelete),
        action == null ? null : written(action.onUpdate));
  }

  private @Nullable String written(@Nullable ReferenceControlTypeContext action) {
    return action == null ? null : words.written(action).toUpperCase(Locale.ROOT);
  }

  Constraint check(CheckColumnConstraintContext check) {
    return check(check.name, check.LR_BRACKET(), check.RR_BRACKET());
  }

  Constraint check(AlterByAddCheckTableConstraintContext check) {
    return check.LR_BRACKET() == null
        ? new Check(
            words.nameOrNull(check.name),
            words.writtenAfter(check.CHECK().getSymbol(), check),
            true)
        : check(check.name, check.LR_BRACKET(), check.RR_BRACKET());
  }

  private Constraint check(@Nullable UidContext name, TerminalNode open, TerminalNode close) {
    return new Check(
        words.nameOrNull(name),
        words.writtenBetween(open.getSymbol(), close.getSymbol()),
        !words.follows(close.getSymbol(), "NOT", "ENFORCED"));
  }
}
