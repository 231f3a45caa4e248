package io.schemamemory.ddl.mysql.token;

import io.debezium.ddl.parser.mysql.generated.MySqlLexer;

/// Hides the queries of `create view` and `create table ... as`: the parser sees `select 1`.
final class QuerySkipper {
  private QuerySkipper() {}

  static void apply(SeenTokens statement) {
    int start = start(statement);
    if (start > 0 && start + 1 < statement.size()) {
      hide(statement, start);
    }
  }

  private static void hide(SeenTokens statement, int start) {
    statement.retype(start, MySqlLexer.SELECT);
    statement.retype(start + 1, MySqlLexer.DECIMAL_LITERAL);
    for (int i = start + 2; i < statement.size(); i++) {
      statement.hide(i);
    }
  }

  /// Where the query begins; less than 1 if there is none.
  private static int start(SeenTokens statement) {
    if (!statement.is(0, MySqlLexer.CREATE, MySqlLexer.ALTER)) {
      return 0;
    }
    for (int i = 1; i < statement.size(); i++) {
      switch (statement.type(i)) {
        case MySqlLexer.VIEW -> {
          return behindAs(statement, i);
        }
        case MySqlLexer.TABLE -> {
          return statement.is(0, MySqlLexer.CREATE) ? inTable(statement, i + 1) : 0;
        }
        // Of these, a view or table named further on is no statement's object.
        case MySqlLexer.INDEX,
            MySqlLexer.TRIGGER,
            MySqlLexer.PROCEDURE,
            MySqlLexer.FUNCTION,
            MySqlLexer.EVENT -> {
          return 0;
        }
        default -> {}
      }
    }
    return 0;
  }

  private static int behindAs(SeenTokens statement, int from) {
    int as = from;
    while (as < statement.size() && !statement.is(as, MySqlLexer.AS)) {
      as++;
    }
    return as + 1;
  }

  private static int inTable(SeenTokens statement, int from) {
    int depth = 0;
    for (int i = from; i < statement.size(); i++) {
      if (depth == 0 && statement.is(i, MySqlLexer.AS)) {
        return i + 1;
      }
      if (depth == 0 && beginsQuery(statement, i)) {
        return i;
      }
      depth += statement.is(i, MySqlLexer.LR_BRACKET) ? 1 : 0;
      depth -= statement.is(i, MySqlLexer.RR_BRACKET) ? 1 : 0;
    }
    return 0;
  }

  private static boolean beginsQuery(SeenTokens statement, int place) {
    int first = place;
    while (statement.is(first, MySqlLexer.LR_BRACKET)) {
      first++;
    }
    return statement.is(
        first, MySqlLexer.SELECT, MySqlLexer.WITH, MySqlLexer.TABLE, MySqlLexer.VALUES);
  }
}
