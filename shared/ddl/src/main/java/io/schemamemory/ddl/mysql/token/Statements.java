package io.schemamemory.ddl.mysql.token;

import io.debezium.ddl.parser.mysql.generated.MySqlLexer;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CommonToken;

/// Cuts a text into statements at its semicolons, save those within `begin ... end`: what a trigger
/// does is not what the text does.
public final class Statements {
  private final List<List<CommonToken>> statements = new ArrayList<>();
  private boolean creates;
  private boolean hasObject;
  private boolean isProgram;
  private int depth;

  private Statements() {}

  /// The statements of a text, without those that are blank.
  public static List<List<CommonToken>> of(List<CommonToken> tokens) {
    Statements all = new Statements();
    all.cut(tokens);
    return all.statements;
  }

  private void cut(List<CommonToken> tokens) {
    int start = 0;
    for (int i = 0; i < tokens.size(); i++) {
      if (MySqlTokens.isSeen(tokens.get(i))) {
        nest(tokens, i);
        if (tokens.get(i).getType() == MySqlLexer.SEMI && depth == 0) {
          add(tokens.subList(start, i));
          start = i + 1;
          creates = false;
          hasObject = false;
          isProgram = false;
        }
      }
    }
    add(tokens.subList(start, tokens.size()));
  }

  private void add(List<CommonToken> statement) {
    if (Headers.next(statement, 0) < statement.size()) {
      statements.add(statement);
    }
  }

  /// The first of these words says what is created; `event` further on is a name.
  private void object(boolean program) {
    isProgram = hasObject ? isProgram : creates && program;
    hasObject = hasObject || creates;
  }

  /// `end if`, `end loop` and their like end what is not counted.
  private void nest(List<CommonToken> tokens, int place) {
    switch (tokens.get(place).getType()) {
      case MySqlLexer.CREATE, MySqlLexer.ALTER -> creates = true;
      case MySqlLexer.TABLE, MySqlLexer.VIEW, MySqlLexer.INDEX -> object(false);
      case MySqlLexer.TRIGGER, MySqlLexer.PROCEDURE, MySqlLexer.FUNCTION, MySqlLexer.EVENT ->
          object(true);
      case MySqlLexer.BEGIN -> depth += isProgram ? 1 : 0;
      case MySqlLexer.CASE -> depth += depth > 0 && !endsBefore(tokens, place) ? 1 : 0;
      case MySqlLexer.END -> depth -= depth > 0 && !isOther(tokens, place) ? 1 : 0;
      default -> {}
    }
  }

  private static boolean isOther(List<CommonToken> tokens, int end) {
    return switch (Headers.type(tokens, Headers.next(tokens, end + 1))) {
      case MySqlLexer.IF, MySqlLexer.LOOP, MySqlLexer.WHILE, MySqlLexer.REPEAT -> true;
      default -> false;
    };
  }

  private static boolean endsBefore(List<CommonToken> tokens, int place) {
    int before = place - 1;
    while (before >= 0 && !MySqlTokens.isSeen(tokens.get(before))) {
      before--;
    }
    return before >= 0 && tokens.get(before).getType() == MySqlLexer.END;
  }
}
