package io.schemamemory.ddl.mysql.token;

import io.debezium.ddl.parser.mysql.generated.MySqlLexer;
import java.util.List;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/// Hides expressions from the parser: it sees a number instead. The text of the tokens stays.
///
/// The parser's effort doubles with each level of brackets. And a statement can be read although
/// the grammar does not know an expression in it.
final class ExpressionSkipper {
  /// Levels of brackets that columns, partitions and their values need.
  private static final int DEEPEST = 3;

  private ExpressionSkipper() {}

  /// Hides what is inside the brackets of expressions.
  static void apply(SeenTokens statement) {
    List<CommonToken> tokens = statement.tokens();
    int depth = 0;
    int skippedFrom = 0;
    boolean first = false;
    int[] types = tokens.stream().mapToInt(CommonToken::getType).toArray();
    for (int i = 0; i < types.length; i++) {
      if (types[i] == MySqlLexer.RR_BRACKET && depth > 0 && depth-- == skippedFrom) {
        skippedFrom = 0;
      }
      if (skippedFrom > 0) {
        skip(tokens.get(i), first);
      }
      first = false;
      if (types[i] == MySqlLexer.LR_BRACKET) {
        depth++;
        first = skippedFrom == 0 && (depth > DEEPEST || beginsExpression(types, i));
        skippedFrom = first ? depth : skippedFrom;
      }
    }
  }

  /// `((a + 1))`, `(a, (b + 1))`, `check (a > 1)`, `as (a + 1)`, `default (a + 1)`, `in (1, 2)`,
  /// `by range (a + 1)`, `less than (1)`.
  private static boolean beginsExpression(int[] types, int bracket) {
    int before = bracket > 0 ? types[bracket - 1] : Token.EOF;
    int earlier = bracket > 1 ? types[bracket - 2] : Token.EOF;
    return switch (before) {
      case MySqlLexer.LR_BRACKET,
          MySqlLexer.COMMA,
          MySqlLexer.CHECK,
          MySqlLexer.AS,
          MySqlLexer.DEFAULT,
          MySqlLexer.IN ->
          true;
      case MySqlLexer.RANGE, MySqlLexer.LIST, MySqlLexer.HASH ->
          earlier == MySqlLexer.BY || earlier == MySqlLexer.LINEAR;
      case MySqlLexer.THAN -> earlier == MySqlLexer.LESS;
      default -> false;
    };
  }

  private static void skip(CommonToken token, boolean first) {
    if (token.getType() == MySqlLexer.ERROR_RECONGNIGION) {
      return;
    }
    if (first) {
      token.setType(MySqlLexer.DECIMAL_LITERAL);
    } else {
      hide(token);
    }
  }

  static void hide(CommonToken token) {
    token.setChannel(Token.HIDDEN_CHANNEL);
  }
}
