package io.schemamemory.ddl.mysql.token;

import io.debezium.ddl.parser.mysql.generated.MySqlLexer;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.Token;

/// The text of tokens as written, without comments, with single spaces.
public final class WrittenText {
  /// A string, or what opens and never closes.
  private static final Pattern STRING = Pattern.compile("(?s)(?:[A-Za-z_]\\w*)?(['\"]).*");

  private WrittenText() {}

  /// All of it.
  public static String of(List<? extends Token> tokens) {
    return joined(tokens, Token::getText);
  }

  /// With `…` in each string: nobody knows what a string is for in a text that cannot be read.
  public static String withoutStrings(List<? extends Token> tokens) {
    return joined(tokens, token -> STRING.matcher(token.getText()).replaceFirst("$1…$1"));
  }

  private static String joined(List<? extends Token> tokens, Function<Token, String> written) {
    StringBuilder text = new StringBuilder();
    boolean blank = false;
    for (Token token : tokens) {
      if (!isBlank(token)) {
        text.append(blank && !text.isEmpty() ? " " : "").append(written.apply(token));
      }
      blank = isBlank(token);
    }
    return text.toString();
  }

  /// Whether a token is white space or a comment.
  public static boolean isBlank(Token token) {
    return switch (token.getType()) {
      case MySqlLexer.SPACE,
          MySqlLexer.COMMENT_INPUT,
          MySqlLexer.LINE_COMMENT,
          MySqlLexer.SPEC_MYSQL_COMMENT ->
          true;
      default -> false;
    };
  }
}
