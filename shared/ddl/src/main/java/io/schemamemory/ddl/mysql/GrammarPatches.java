package io.schemamemory.ddl.mysql;

import io.debezium.ddl.parser.mysql.generated.MySqlLexer;
import java.util.List;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/// Changes tokens where PlanetScale prints what the grammar does not know, so that it parses.
final class GrammarPatches {
  private GrammarPatches() {}

  /// @param seen the tokens that the parser sees, out of all
  static void apply(List<CommonToken> seen, List<CommonToken> all) {
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

  /// `vector index` parses like `spatial index`; the index's kind is read from the token's text.
  private static void vectorIndex(CommonToken vector, int next) {
    if (next == MySqlLexer.INDEX || next == MySqlLexer.KEY) {
      vector.setType(MySqlLexer.SPATIAL);
    }
  }

  /// The grammar knows `srid` after a type, not among the attributes: hides it.
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

  /// The grammar wants a comma before `remove partitioning`: the white space there becomes one.
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
