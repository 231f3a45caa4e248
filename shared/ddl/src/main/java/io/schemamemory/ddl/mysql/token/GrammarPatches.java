package io.schemamemory.ddl.mysql.token;

import io.debezium.ddl.parser.mysql.generated.MySqlLexer;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/// Changes tokens where MySQL accepts what the grammar does not know, so that it parses.
final class GrammarPatches {
  private GrammarPatches() {}

  static List<CommonToken> apply(List<CommonToken> all) {
    for (SeenTokens statement : SeenTokens.statements(MySqlTokens.seen(all))) {
      LiteralPatches.apply(statement);
      AttributePatches.apply(statement);
      NamePatches.apply(statement);
      ClausePatches.apply(statement);
    }
    return separated(all);
  }

  /// The grammar wants a comma before `remove partitioning`.
  private static List<CommonToken> separated(List<CommonToken> all) {
    List<CommonToken> separated = new ArrayList<>();
    CommonToken lastButOne = new CommonToken(Token.EOF);
    CommonToken last = lastButOne;
    for (int i = 0; i < all.size(); i++) {
      CommonToken token = all.get(i);
      if (token.getType() == MySqlLexer.REMOVE
          && nextIs(all, i, MySqlLexer.PARTITIONING)
          && !followsName(lastButOne.getType(), last.getType())) {
        separated.add(new CommonToken(MySqlLexer.COMMA, ""));
      }
      separated.add(token);
      if (MySqlTokens.isSeen(token)) {
        lastButOne = last;
        last = token;
      }
    }
    return separated;
  }

  private static boolean nextIs(List<CommonToken> all, int place, int type) {
    int next = place + 1;
    while (next < all.size() && !MySqlTokens.isSeen(all.get(next))) {
      next++;
    }
    return next < all.size() && all.get(next).getType() == type;
  }

  /// Behind the table's name stands the first clause.
  private static boolean followsName(int lastButOne, int last) {
    return last == MySqlLexer.DOT_ID
        || last == MySqlLexer.COMMA
        || lastButOne == MySqlLexer.DOT
        || lastButOne == MySqlLexer.TABLE;
  }
}
