package io.schemamemory.ddl.mysql;

import io.debezium.ddl.parser.mysql.generated.MySqlLexer;
import io.schemamemory.domain.ddl.SchemaChange;
import io.schemamemory.domain.ddl.SchemaChange.Other;
import io.schemamemory.domain.ddl.TableName;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.jspecify.annotations.Nullable;

/// Vitess's `alter vschema`, which no MySQL grammar knows: it says where rows go, and changes no
/// table.
record Vschema(MySqlWords words) {
  static boolean isNext(TokenStream tokens) {
    return tokens.LA(1) == MySqlLexer.ALTER && isWord(tokens.LT(2), "VSCHEMA");
  }

  /// Reads up to the statement's end.
  SchemaChange read(TokenStream tokens) {
    TableName table = null;
    for (; !isEnd(tokens.LA(1)); tokens.consume()) {
      if (table == null && namesTable(tokens)) {
        table = table(tokens.LT(2), tokens.LT(3), tokens.LT(4));
      }
    }
    return new Other(table, "ALTER VSCHEMA");
  }

  private static boolean isEnd(int type) {
    return type == MySqlLexer.SEMI || type == Token.EOF;
  }

  /// `on t`, `add table t`, `drop sequence t`: a sequence is a table of Vitess.
  private static boolean namesTable(TokenStream tokens) {
    return !isEnd(tokens.LA(2))
        && (tokens.LA(1) == MySqlLexer.ON
            || tokens.LA(1) == MySqlLexer.TABLE
            || isWord(tokens.LT(1), "SEQUENCE"));
  }

  private @Nullable TableName table(Token first, Token second, Token third) {
    String name = MySqlWords.unquoted(first.getText());
    return switch (second.getType()) {
      case MySqlLexer.DOT_ID ->
          new TableName(name, MySqlWords.unquoted(second.getText().substring(1)));
      case MySqlLexer.DOT -> new TableName(name, MySqlWords.unquoted(third.getText()));
      default -> new TableName(words.keyspace(), name);
    };
  }

  private static boolean isWord(Token token, String word) {
    return token.getText().equalsIgnoreCase(word);
  }
}
