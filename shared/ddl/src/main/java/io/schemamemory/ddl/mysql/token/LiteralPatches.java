package io.schemamemory.ddl.mysql.token;

import io.debezium.ddl.parser.mysql.generated.MySqlLexer;

/// Literals that the lexer or the grammar does not know.
final class LiteralPatches {
  private LiteralPatches() {}

  static void apply(SeenTokens statement) {
    for (int i = 0; i < statement.size(); i++) {
      switch (statement.type(i)) {
        case MySqlLexer.ID -> word(statement, i);
        case MySqlLexer.X_FUNCTION -> empty(statement, i, MySqlLexer.HEXADECIMAL_LITERAL);
        case MySqlLexer.NOW -> now(statement, i);
        case MySqlLexer.DATE, MySqlLexer.TIME, MySqlLexer.TIMESTAMP -> introduced(statement, i);
        case MySqlLexer.ENUM, MySqlLexer.SET -> values(statement, i + 1);
        default -> {}
      }
    }
  }

  private static void word(SeenTokens statement, int place) {
    String text = statement.tokens().get(place).getText();
    if (text.matches("0[bB][01]+")) {
      statement.retype(place, MySqlLexer.BIT_STRING);
    } else if (text.equalsIgnoreCase("b")) {
      empty(statement, place, MySqlLexer.BIT_STRING);
    } else if (text.startsWith("_")) {
      introduced(statement, place);
    }
  }

  /// `x''`, `b''`.
  private static void empty(SeenTokens statement, int prefix, int type) {
    if (statement.hasText(prefix + 1, "''") && statement.touches(prefix, prefix + 1)) {
      statement.retype(prefix, type);
      statement.hide(prefix + 1);
    }
  }

  /// `default date '2030-01-01'`, `default _gb18030 'x'`.
  private static void introduced(SeenTokens statement, int word) {
    if (statement.is(word - 1, MySqlLexer.DEFAULT)
        && statement.is(word + 1, MySqlLexer.STRING_LITERAL)) {
      statement.hide(word);
    }
  }

  /// `default now on update now`: brackets are not needed.
  private static void now(SeenTokens statement, int place) {
    if (statement.is(place - 1, MySqlLexer.DEFAULT, MySqlLexer.UPDATE)
        && !statement.is(place + 1, MySqlLexer.LR_BRACKET)) {
      statement.retype(place, MySqlLexer.CURRENT_TIMESTAMP);
    }
  }

  /// `enum(0x61, b'1')`.
  private static void values(SeenTokens statement, int bracket) {
    if (!statement.is(bracket, MySqlLexer.LR_BRACKET)) {
      return;
    }
    for (int i = bracket + 1;
        i < statement.size() && !statement.is(i, MySqlLexer.RR_BRACKET);
        i++) {
      if (statement.is(i, MySqlLexer.ID)) {
        word(statement, i);
      }
      if (statement.is(i, MySqlLexer.HEXADECIMAL_LITERAL, MySqlLexer.BIT_STRING)) {
        statement.retype(i, MySqlLexer.STRING_LITERAL);
      }
    }
  }
}
