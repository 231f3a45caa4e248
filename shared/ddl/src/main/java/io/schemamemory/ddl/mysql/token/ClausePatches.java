package io.schemamemory.ddl.mysql.token;

import io.debezium.ddl.parser.mysql.generated.MySqlLexer;

/// Clauses and statements that parse like others; what is told is read from the tokens' text.
final class ClausePatches {
  private ClausePatches() {}

  static void apply(SeenTokens statement) {
    switch (statement.type(0)) {
      case MySqlLexer.ALTER -> {
        if (statement.isAlterTable()) {
          AlterPatches.apply(statement);
        }
      }
      case MySqlLexer.DROP, MySqlLexer.RENAME -> {
        tables(statement);
        algorithm(statement);
      }
      case MySqlLexer.CREATE -> {
        viewIfNotExists(statement);
        algorithm(statement);
      }
      default -> {}
    }
  }

  /// `drop tables`, `rename tables`.
  private static void tables(SeenTokens statement) {
    int place = statement.is(1, MySqlLexer.TEMPORARY) ? 2 : 1;
    if (statement.is(place, MySqlLexer.TABLES)) {
      statement.retype(place, MySqlLexer.TABLE);
    }
  }

  /// `create index ... algorithm = instant`.
  private static void algorithm(SeenTokens statement) {
    for (int i = 3; i < statement.size(); i++) {
      boolean equals = statement.is(i - 1, MySqlLexer.EQUAL_SYMBOL);
      if (statement.is(i, MySqlLexer.INSTANT)
          && statement.is(equals ? i - 2 : i - 1, MySqlLexer.ALGORITHM)) {
        statement.retype(i, MySqlLexer.INPLACE);
      }
    }
  }

  private static void viewIfNotExists(SeenTokens statement) {
    for (int i = 1; i + 3 < statement.size() && !statement.is(i, MySqlLexer.AS); i++) {
      if (statement.is(i, MySqlLexer.VIEW)
          && statement.is(i + 1, MySqlLexer.IF)
          && statement.is(i + 2, MySqlLexer.NOT)
          && statement.is(i + 3, MySqlLexer.EXISTS)) {
        statement.hide(i + 1, i + 2, i + 3);
        return;
      }
    }
  }
}
