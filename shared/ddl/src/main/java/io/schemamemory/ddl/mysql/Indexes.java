package io.schemamemory.ddl.mysql;

import io.debezium.ddl.parser.mysql.generated.MySqlLexer;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.IndexColumnNameContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.IndexColumnNamesContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.IndexOptionContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.UidContext;
import io.schemamemory.domain.ddl.Constraint;
import io.schemamemory.domain.ddl.Index;
import io.schemamemory.domain.ddl.Index.Kind;
import io.schemamemory.domain.ddl.SchemaChange;
import io.schemamemory.domain.ddl.SchemaChange.ConstraintDropped;
import io.schemamemory.domain.ddl.SchemaChange.IndexDropped;
import io.schemamemory.domain.ddl.TableName;
import java.util.List;
import java.util.Locale;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/// Indexes and the columns in their brackets.
record Indexes(MySqlWords words) {
  /// @param category the word before `index`, such as `unique`
  Index index(
      @Nullable UidContext name, @Nullable Token category, IndexColumnNamesContext columns) {
    Kind kind =
        category == null ? Kind.PLAIN : Kind.valueOf(category.getText().toUpperCase(Locale.ROOT));
    return new Index(words.nameOrNull(name), kind, parts(columns), isVisible(columns));
  }

  /// An index without its own name takes the constraint's.
  Index unique(
      @Nullable UidContext constraint,
      @Nullable UidContext index,
      IndexColumnNamesContext columns) {
    return new Index(
        words.nameOrNull(index == null ? constraint : index),
        Kind.UNIQUE,
        parts(columns),
        isVisible(columns));
  }

  /// The options stand behind the columns.
  private static boolean isVisible(IndexColumnNamesContext columns) {
    return columns.getParent().getRuleContexts(IndexOptionContext.class).stream()
        .allMatch(option -> option.INVISIBLE() == null);
  }

  List<String> parts(@Nullable IndexColumnNamesContext columns) {
    return columns == null
        ? List.of()
        : columns.indexColumnName().stream().map(this::part).toList();
  }

  /// `email`, `email(20) DESC`, or an expression as written.
  private String part(IndexColumnNameContext part) {
    Token first = part.getStart();
    boolean isName = part.uid() != null || first.getType() == MySqlLexer.STRING_LITERAL;
    if (!isName) {
      return words.written(part);
    }
    String rest = words.writtenAfter(first, part);
    String gap = rest.isEmpty() || rest.startsWith("(") ? "" : " ";
    return MySqlWords.unquoted(first.getText()) + gap + rest;
  }

  /// MySQL calls the primary key's index PRIMARY.
  SchemaChange dropped(TableName table, UidContext index) {
    String name = words.name(index);
    return name.equalsIgnoreCase("PRIMARY")
        ? new ConstraintDropped(table, Constraint.Kind.PRIMARY_KEY, null)
        : new IndexDropped(table, name);
  }
}
