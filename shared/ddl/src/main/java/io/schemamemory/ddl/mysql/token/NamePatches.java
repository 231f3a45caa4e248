package io.schemamemory.ddl.mysql.token;

import io.debezium.ddl.parser.mysql.generated.MySqlLexer;
import java.util.Set;

/// Names without quotes that the grammar takes for something else.
final class NamePatches {
  /// Words that MySQL does not reserve, but the grammar does.
  private static final Set<Integer> WORDS =
      Set.of(
          MySqlLexer.ALWAYS,
          MySqlLexer.CAST,
          MySqlLexer.CURRENT_ROLE,
          MySqlLexer.ENCRYPTION_KEY_ID,
          MySqlLexer.EXTRACT,
          MySqlLexer.FIREWALL_RULES,
          MySqlLexer.FOLLOWING,
          MySqlLexer.GEOMCOLLECTION,
          MySqlLexer.HISTOGRAM,
          MySqlLexer.INCREMENT,
          MySqlLexer.MINVALUE,
          MySqlLexer.NOCACHE,
          MySqlLexer.NOCYCLE,
          MySqlLexer.NOMAXVALUE,
          MySqlLexer.NOMINVALUE,
          MySqlLexer.NVARCHAR,
          MySqlLexer.PAGE_COMPRESSED,
          MySqlLexer.PAGE_COMPRESSION_LEVEL,
          MySqlLexer.PRECEDING,
          MySqlLexer.RESTART,
          MySqlLexer.RETAIN,
          MySqlLexer.SECONDARY_ENGINE,
          MySqlLexer.SERVICE_CONNECTION_ADMIN,
          MySqlLexer.SKIP_,
          MySqlLexer.VECTOR,
          // `5m`, which looks like a size.
          MySqlLexer.FILESIZE_LITERAL);

  private NamePatches() {}

  static void apply(SeenTokens statement) {
    for (int i = 0; i < statement.size(); i++) {
      if (WORDS.contains(statement.type(i)) && isName(statement, i)) {
        statement.retype(i, MySqlLexer.ID);
      }
    }
  }

  private static boolean isName(SeenTokens statement, int place) {
    return (statement.isName(place) || statement.is(place - 1, MySqlLexer.COMMA))
        && !statement.is(place + 1, MySqlLexer.EQUAL_SYMBOL);
  }
}
