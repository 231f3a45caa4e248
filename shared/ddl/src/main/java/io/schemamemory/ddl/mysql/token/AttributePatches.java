package io.schemamemory.ddl.mysql.token;

import io.debezium.ddl.parser.mysql.generated.MySqlLexer;

/// Attributes and types of columns, and options of indexes and tables.
///
/// What has a value parses like a comment; what is told is read from the tokens' text.
final class AttributePatches {
  private AttributePatches() {}

  static void apply(SeenTokens statement) {
    for (int i = 0; i < statement.size(); i++) {
      usingType(statement, i);
      if (!statement.isName(i)) {
        patch(statement, i);
      }
      if (statement.is(i, MySqlLexer.VECTOR)
          && statement.is(i + 1, MySqlLexer.INDEX, MySqlLexer.KEY)) {
        // An index's kind is read from the token's text.
        statement.retype(i, MySqlLexer.SPATIAL);
      }
    }
  }

  private static void patch(SeenTokens statement, int place) {
    switch (statement.type(place)) {
      case MySqlLexer.SRID ->
          valued(
              statement,
              place,
              MySqlLexer.DECIMAL_LITERAL,
              MySqlLexer.ZERO_DECIMAL,
              MySqlLexer.ONE_DECIMAL,
              MySqlLexer.TWO_DECIMAL);
      case MySqlLexer.ENGINE_ATTRIBUTE, MySqlLexer.SECONDARY_ENGINE_ATTRIBUTE ->
          valued(statement, place, MySqlLexer.STRING_LITERAL);
      case MySqlLexer.SECONDARY_ENGINE ->
          valued(
              statement,
              place,
              MySqlLexer.STRING_LITERAL,
              MySqlLexer.ID,
              MySqlLexer.INNODB,
              MySqlLexer.NULL_LITERAL);
      case MySqlLexer.AUTOEXTEND_SIZE ->
          valued(
              statement,
              place,
              MySqlLexer.FILESIZE_LITERAL,
              MySqlLexer.DECIMAL_LITERAL,
              MySqlLexer.STRING_LITERAL);
      case MySqlLexer.COMPRESSED ->
          behind(statement, place, MySqlLexer.COLUMN_FORMAT, MySqlLexer.DYNAMIC);
      case MySqlLexer.RTREE -> behind(statement, place, MySqlLexer.USING, MySqlLexer.BTREE);
      case MySqlLexer.TABLESPACE -> withoutEquals(statement, place + 1);
      case MySqlLexer.ENFORCED -> enforced(statement, place);
      case MySqlLexer.ASCII -> charset(statement, place);
      case MySqlLexer.ID -> word(statement, place);
      default -> {}
    }
  }

  private static void valued(SeenTokens statement, int place, int... types) {
    boolean equals = statement.is(place + 1, MySqlLexer.EQUAL_SYMBOL);
    int value = equals ? place + 2 : place + 1;
    if (statement.is(value, types)) {
      statement.retype(place, MySqlLexer.COMMENT);
      withoutEquals(statement, place + 1);
      statement.retype(value, MySqlLexer.STRING_LITERAL);
    }
  }

  /// `type btree` is `using btree`.
  private static void usingType(SeenTokens statement, int place) {
    if (statement.hasText(place, "TYPE")
        && statement.is(place + 1, MySqlLexer.BTREE, MySqlLexer.HASH, MySqlLexer.RTREE)) {
      statement.retype(place, MySqlLexer.USING);
    }
  }

  private static void withoutEquals(SeenTokens statement, int place) {
    if (statement.is(place, MySqlLexer.EQUAL_SYMBOL)) {
      statement.hide(place);
    }
  }

  private static void behind(SeenTokens statement, int place, int before, int type) {
    if (statement.is(place - 1, before)) {
      statement.retype(place, type);
    }
  }

  /// Behind a check's bracket, where the grammar knows it in some places only. Whether a check is
  /// enforced is read from the text behind it.
  private static void enforced(SeenTokens statement, int place) {
    boolean not = statement.is(place - 1, MySqlLexer.NOT);
    if (statement.is(not ? place - 2 : place - 1, MySqlLexer.RR_BRACKET)) {
      statement.hide(place);
      if (not) {
        statement.hide(place - 1);
      }
    }
  }

  private static void word(SeenTokens statement, int place) {
    if (statement.hasText(place, "UNICODE") || statement.hasText(place, "BYTE")) {
      charset(statement, place);
    }
    if (statement.hasText(place, "SECONDARY") && statement.is(place - 1, MySqlLexer.NOT)) {
      statement.hide(place - 1, place);
    }
    if (statement.hasText(place, "VARCHARACTER")
        && statement.is(place + 1, MySqlLexer.LR_BRACKET)) {
      statement.retype(place, MySqlLexer.VARCHAR);
    }
  }

  /// `char(8) ascii`, `text binary unicode`: part of the type.
  private static void charset(SeenTokens statement, int place) {
    int last = statement.is(place - 1, MySqlLexer.BINARY) ? place - 2 : place - 1;
    while (statement.is(last, MySqlLexer.DECIMAL_LITERAL, MySqlLexer.RR_BRACKET)
        || statement.is(last, MySqlLexer.LR_BRACKET, MySqlLexer.ONE_DECIMAL)
        || statement.is(last, MySqlLexer.STRING_LITERAL, MySqlLexer.COMMA)
        || statement.is(last, MySqlLexer.TWO_DECIMAL, MySqlLexer.VARYING)) {
      last--;
    }
    boolean isCharacterSet = last == place - 1 && statement.is(last, MySqlLexer.SET);
    if (isTextType(statement, last) && !statement.isName(last) && !isCharacterSet) {
      statement.hide(place);
    }
  }

  private static boolean isTextType(SeenTokens statement, int place) {
    return statement.is(
        place,
        MySqlLexer.CHAR,
        MySqlLexer.CHARACTER,
        MySqlLexer.VARCHAR,
        MySqlLexer.TINYTEXT,
        MySqlLexer.TEXT,
        MySqlLexer.MEDIUMTEXT,
        MySqlLexer.LONGTEXT,
        MySqlLexer.ENUM,
        MySqlLexer.SET);
  }
}
