package io.schemamemory.ddl.mysql;

import io.debezium.ddl.parser.mysql.generated.MySqlLexer;
import io.schemamemory.domain.ddl.SchemaChange;
import io.schemamemory.domain.ddl.SchemaChange.Other;
import io.schemamemory.domain.ddl.TableName;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.jspecify.annotations.Nullable;

/// Vitess's `alter vschema`, which no MySQL grammar knows: it says where rows go, and changes no
/// table.
record Vschema(MySqlWords words) {
  private static final Pattern NAME = Pattern.compile("(?:(`[^`]+`|[^`.]+)\\.)?(`[^`]+`|[^`.]+)");

  static boolean isNext(TokenStream tokens) {
    return tokens.LA(1) == MySqlLexer.ALTER && isWord(tokens.LT(2), "VSCHEMA");
  }

  /// Reads up to the statement's end.
  SchemaChange read(TokenStream tokens) {
    TableName table = null;
    for (; !isEnd(tokens.LA(1)); tokens.consume()) {
      if (table == null && namesTable(tokens)) {
        table = table(tokens);
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

  /// A keyspace's name may have hyphens without quotes, which are tokens.
  private @Nullable TableName table(TokenStream tokens) {
    StringBuilder written = new StringBuilder(tokens.LT(2).getText());
    for (int i = 3; touches(tokens.LT(i - 1), tokens.LT(i)); i++) {
      written.append(tokens.LT(i).getText());
    }
    Matcher parts = NAME.matcher(written);
    if (!parts.matches()) {
      return null;
    }
    String keyspace = parts.group(1);
    return new TableName(
        keyspace == null ? words.keyspace() : MySqlWords.unquoted(keyspace),
        MySqlWords.unquoted(parts.group(2)));
  }

  private static boolean touches(Token token, Token next) {
    return !isEnd(next.getType()) && token.getStopIndex() + 1 == next.getStartIndex();
  }

  private static boolean isWord(Token token, String word) {
    return token.getText().equalsIgnoreCase(word);
  }
}
