package io.schemamemory.ddl.mysql.token;

import io.debezium.ddl.parser.mysql.generated.MySqlLexer;

/// Clauses of `alter table` that parse like others.
final class AlterPatches {
  private AlterPatches() {}

  static void apply(SeenTokens statement) {
    int depth = 0;
    for (int i = 2; i < statement.size(); i++) {
      depth += statement.is(i, MySqlLexer.LR_BRACKET) ? 1 : 0;
      depth -= statement.is(i, MySqlLexer.RR_BRACKET) ? 1 : 0;
      if (depth == 0) {
        patch(statement, i);
      }
    }
  }

  private static void patch(SeenTokens statement, int place) {
    switch (statement.type(place)) {
      case MySqlLexer.PARTITIONS -> addPartitions(statement, place);
      case MySqlLexer.LOCAL, MySqlLexer.NO_WRITE_TO_BINLOG -> unlogged(statement, place);
      case MySqlLexer.REORGANIZE -> reorganize(statement, place);
      case MySqlLexer.ORDER -> orderBy(statement, place);
      case MySqlLexer.CONSTRAINT -> alterConstraint(statement, place);
      case MySqlLexer.EQUAL_SYMBOL -> rename(statement, place);
      case MySqlLexer.DEFAULT -> convert(statement, place);
      case MySqlLexer.CASCADE -> dropColumn(statement, place);
      case MySqlLexer.ID -> secondary(statement, place);
      default -> {}
    }
  }

  /// `add partition partitions 2` parses like `coalesce partition 2`.
  private static void addPartitions(SeenTokens statement, int place) {
    int partition = isUnlogged(statement, place - 1) ? place - 2 : place - 1;
    if (statement.is(partition, MySqlLexer.PARTITION)
        && statement.is(partition - 1, MySqlLexer.ADD)) {
      statement.retype(partition - 1, MySqlLexer.COALESCE);
      statement.hide(place);
    }
  }

  /// `rebuild partition local p1`; the grammar knows it in no clause.
  private static void unlogged(SeenTokens statement, int place) {
    boolean isName =
        statement.is(place + 1, MySqlLexer.EOF, MySqlLexer.COMMA, MySqlLexer.INTO, MySqlLexer.WITH);
    if (statement.is(place - 1, MySqlLexer.PARTITION)
        && (!isName || statement.is(place, MySqlLexer.NO_WRITE_TO_BINLOG))) {
      statement.hide(place);
    }
  }

  /// Without names it parses like `upgrade partitioning`.
  private static void reorganize(SeenTokens statement, int place) {
    if (statement.is(place + 1, MySqlLexer.PARTITION)
        && statement.is(place + 2, MySqlLexer.EOF, MySqlLexer.COMMA)) {
      statement.retype(place, MySqlLexer.UPGRADE);
      statement.retype(place + 1, MySqlLexer.PARTITIONING);
    }
  }

  private static boolean isUnlogged(SeenTokens statement, int place) {
    return statement.is(place, MySqlLexer.LOCAL, MySqlLexer.NO_WRITE_TO_BINLOG);
  }

  /// `order by a, b desc` parses like `enable keys`.
  private static void orderBy(SeenTokens statement, int place) {
    if (!statement.is(place + 1, MySqlLexer.BY)) {
      return;
    }
    statement.retype(place, MySqlLexer.ENABLE);
    statement.retype(place + 1, MySqlLexer.KEYS);
    int end = endOfColumn(statement, place + 2);
    while (statement.is(end, MySqlLexer.COMMA) && isColumn(statement, end + 1)) {
      end = endOfColumn(statement, end + 1);
    }
    for (int i = place + 2; i < end; i++) {
      statement.hide(i);
    }
  }

  /// A clause has more than one word, `force` aside.
  private static boolean isColumn(SeenTokens statement, int place) {
    return !statement.is(place, MySqlLexer.FORCE)
        && statement.is(endOfColumn(statement, place), MySqlLexer.EOF, MySqlLexer.COMMA);
  }

  private static int endOfColumn(SeenTokens statement, int place) {
    int end = place + 1;
    while (statement.is(end, MySqlLexer.DOT_ID, MySqlLexer.ASC, MySqlLexer.DESC)) {
      end++;
    }
    return Math.min(end, statement.size());
  }

  /// `alter constraint c not enforced` parses like `alter check`.
  private static void alterConstraint(SeenTokens statement, int place) {
    if (statement.is(place - 1, MySqlLexer.ALTER)) {
      statement.retype(place, MySqlLexer.CHECK);
    }
  }

  private static void rename(SeenTokens statement, int place) {
    if (statement.is(place - 1, MySqlLexer.RENAME)) {
      statement.hide(place);
    }
  }

  /// `convert to character set default`.
  private static void convert(SeenTokens statement, int place) {
    boolean isCharset =
        statement.is(place - 1, MySqlLexer.CHARSET)
            || (statement.is(place - 1, MySqlLexer.SET)
                && statement.is(place - 2, MySqlLexer.CHARACTER, MySqlLexer.CHAR));
    int to = statement.is(place - 1, MySqlLexer.CHARSET) ? place - 2 : place - 3;
    if (isCharset && statement.is(to, MySqlLexer.TO)) {
      statement.retype(place, MySqlLexer.UTF8);
    }
  }

  /// MySQL reads and ignores `cascade` as it does `restrict`.
  private static void dropColumn(SeenTokens statement, int place) {
    if (statement.is(place - 2, MySqlLexer.DROP, MySqlLexer.COLUMN)) {
      statement.retype(place, MySqlLexer.RESTRICT);
    }
  }

  /// `secondary_load` parses like `force`.
  private static void secondary(SeenTokens statement, int place) {
    boolean isWord =
        statement.hasText(place, "SECONDARY_LOAD") || statement.hasText(place, "SECONDARY_UNLOAD");
    if (isWord
        && !statement.isName(place)
        && statement.is(place + 1, MySqlLexer.EOF, MySqlLexer.COMMA)) {
      statement.retype(place, MySqlLexer.FORCE);
    }
  }
}
