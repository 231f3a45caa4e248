package io.schemamemory.ddl.mysql.token;

import io.debezium.ddl.parser.mysql.generated.MySqlLexer;
import java.util.List;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/// Finds where the clauses of a statement begin.
final class Headers {
  private Headers() {}

  /// Behind `alter table t`, `create table t`, `drop table if exists`; less than 0 if the statement
  /// is of another kind.
  static int end(List<CommonToken> statement) {
    int verb = next(statement, 0);
    int object = next(statement, verb + 1);
    while (isModifier(type(statement, object))) {
      object = next(statement, object + 1);
    }
    boolean isTable = type(statement, object) == MySqlLexer.TABLE;
    return switch (type(statement, verb)) {
      case MySqlLexer.ALTER, MySqlLexer.CREATE -> isTable ? behindName(statement, object) : -1;
      case MySqlLexer.DROP ->
          isTable || type(statement, object) == MySqlLexer.VIEW
              ? behindCondition(statement, object)
              : -1;
      case MySqlLexer.RENAME -> isTable ? object + 1 : -1;
      default -> -1;
    };
  }

  private static boolean isModifier(int type) {
    return switch (type) {
      case MySqlLexer.TEMPORARY, MySqlLexer.ONLINE, MySqlLexer.OFFLINE, MySqlLexer.IGNORE -> true;
      default -> false;
    };
  }

  private static int behindCondition(List<CommonToken> statement, int object) {
    int end = object;
    while (isCondition(type(statement, next(statement, end + 1)))) {
      end = next(statement, end + 1);
    }
    return Math.min(end + 1, statement.size());
  }

  private static boolean isCondition(int type) {
    return type == MySqlLexer.IF || type == MySqlLexer.NOT || type == MySqlLexer.EXISTS;
  }

  private static int behindName(List<CommonToken> statement, int object) {
    int name = next(statement, behindCondition(statement, object));
    int after = next(statement, name + 1);
    int last =
        switch (type(statement, after)) {
          case MySqlLexer.DOT_ID -> after;
          case MySqlLexer.DOT -> next(statement, after + 1);
          default -> name;
        };
    return Math.min(last + 1, statement.size());
  }

  /// The place of the first token from here on that the parser sees.
  static int next(List<CommonToken> tokens, int from) {
    int place = from;
    while (place < tokens.size() && !MySqlTokens.isSeen(tokens.get(place))) {
      place++;
    }
    return Math.min(place, tokens.size());
  }

  static int type(List<CommonToken> tokens, int place) {
    return place < tokens.size() ? tokens.get(place).getType() : Token.EOF;
  }
}
