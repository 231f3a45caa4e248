package io.schemamemory.ddl.mysql;

import io.debezium.ddl.parser.mysql.generated.MySqlLexer;
import java.util.List;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/// What PlanetScale prints and the grammar does not know, put so that it does.
final class GrammarPatches {
  private GrammarPatches() {}

  /// Looks at what the parser sees, which is some of all tokens.
  static void fill(List<CommonToken> seen, List<CommonToken> all) {
    for (int i = 0; i < seen.size(); i++) {
      CommonToken token = seen.get(i);
      CommonToken next = seen.get(Math.min(i + 1, seen.size() - 1));
      switch (token.getType()) {
        case MySqlLexer.VECTOR -> vectorIndex(token, next.getType());
        case MySqlLexer.SRID -> srid(token, next);
        case MySqlLexer.ID -> bits(token);
        default -> {}
      }
    }
    removal(seen, all);
  }

  /// Stands where SPATIAL may stand; what it is called is read from its text.
  private static void vectorIndex(CommonToken vector, int next) {
    if (next == MySqlLexer.INDEX || next == MySqlLexer.KEY) {
      vector.setType(MySqlLexer.SPATIAL);
    }
  }

  /// Known behind a type, not among the attributes.
  private static void srid(CommonToken srid, CommonToken number) {
    if (number.getType() == MySqlLexer.DECIMAL_LITERAL) {
      ExpressionSkipper.hide(srid);
      ExpressionSkipper.hide(number);
    }
  }

  private static void bits(CommonToken word) {
    if (word.getText().matches("0[bB][01]+")) {
      word.setType(MySqlLexer.BIT_STRING);
    }
  }

  /// `add column a int remove partitioning` is known with a comma only: the space becomes one.
  private static void removal(List<CommonToken> seen, List<CommonToken> all) {
    int remove = seen.size() - 2;
    if (remove > 1
        && seen.get(remove).getType() == MySqlLexer.REMOVE
        && seen.get(remove + 1).getType() == MySqlLexer.PARTITIONING
        && !followsName(seen.get(remove - 2).getType(), seen.get(remove - 1).getType())) {
      CommonToken before = all.get(all.indexOf(seen.get(remove)) - 1);
      before.setType(MySqlLexer.COMMA);
      before.setChannel(Token.DEFAULT_CHANNEL);
    }
  }

  private static boolean followsName(int lastButOne, int last) {
    return last == MySqlLexer.DOT_ID
        || lastButOne == MySqlLexer.DOT
        || lastButOne == MySqlLexer.TABLE;
  }
}
