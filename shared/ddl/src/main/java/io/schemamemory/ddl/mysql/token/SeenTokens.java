package io.schemamemory.ddl.mysql.token;

import io.debezium.ddl.parser.mysql.generated.MySqlLexer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/// The tokens of one statement that the parser sees, to be looked at and changed by their place.
record SeenTokens(List<CommonToken> tokens) {
  /// What a name stands behind, if the statement is well-formed.
  private static final Set<Integer> BEFORE_NAME =
      Set.of(
          MySqlLexer.ADD,
          MySqlLexer.AFTER,
          MySqlLexer.ALTER,
          MySqlLexer.CHANGE,
          MySqlLexer.COLUMN,
          MySqlLexer.CONSTRAINT,
          MySqlLexer.DROP,
          MySqlLexer.EXISTS,
          MySqlLexer.INDEX,
          MySqlLexer.KEY,
          MySqlLexer.LR_BRACKET,
          MySqlLexer.MODIFY,
          MySqlLexer.ON,
          MySqlLexer.PARTITION,
          MySqlLexer.REFERENCES,
          MySqlLexer.TABLE,
          MySqlLexer.TO,
          MySqlLexer.VIEW);

  /// The statements of a text: what is between semicolons.
  static List<SeenTokens> statements(List<CommonToken> seen) {
    List<SeenTokens> statements = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= seen.size(); i++) {
      if (i == seen.size() || seen.get(i).getType() == MySqlLexer.SEMI) {
        statements.add(new SeenTokens(seen.subList(start, i)));
        start = i + 1;
      }
    }
    return statements;
  }

  int size() {
    return tokens.size();
  }

  /// None has this type outside the statement.
  int type(int place) {
    return place < 0 || place >= tokens.size() ? Token.EOF : tokens.get(place).getType();
  }

  boolean is(int place, int... types) {
    int type = type(place);
    for (int one : types) {
      if (type == one) {
        return true;
      }
    }
    return false;
  }

  boolean hasText(int place, String word) {
    return place >= 0
        && place < tokens.size()
        && tokens.get(place).getText().equalsIgnoreCase(word);
  }

  boolean isAlterTable() {
    return is(0, MySqlLexer.ALTER)
        && (is(1, MySqlLexer.TABLE) || is(2, MySqlLexer.TABLE) || is(3, MySqlLexer.TABLE));
  }

  /// Whether a name must stand here. Behind a comma there may be another clause.
  boolean isName(int place) {
    return BEFORE_NAME.contains(type(place - 1)) || isSecondNameOfChange(place);
  }

  private boolean isSecondNameOfChange(int place) {
    int change = is(place - 2, MySqlLexer.COLUMN) ? place - 3 : place - 2;
    return is(change, MySqlLexer.CHANGE) && !is(place - 1, MySqlLexer.COLUMN);
  }

  boolean touches(int place, int next) {
    return tokens.get(place).getStopIndex() + 1 == tokens.get(next).getStartIndex();
  }

  void retype(int place, int type) {
    tokens.get(place).setType(type);
  }

  void hide(int... places) {
    for (int place : places) {
      ExpressionSkipper.hide(tokens.get(place));
    }
  }
}
