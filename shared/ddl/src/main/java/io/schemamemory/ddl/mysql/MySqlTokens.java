package io.schemamemory.ddl.mysql;

import io.debezium.ddl.parser.mysql.generated.MySqlLexer;
import io.schemamemory.domain.ddl.Understanding.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/// Splits MySQL text into tokens; white space and comments are tokens that the parser does not see.
final class MySqlTokens {
  /// A table of 8192 partitions, MySQL's most, takes half of it.
  private static final int MOST_CHARACTERS = 1_000_000;

  private static final int MOST_TOKENS = 300_000;

  private MySqlTokens() {}

  static List<CommonToken> of(String text) {
    if (text.length() > MOST_CHARACTERS) {
      throw new UnreadDdlException(Reason.TOO_LONG);
    }
    List<CommonToken> tokens = cut(text);
    return hasVersionComment(tokens) ? ofOpened(tokens) : tokens;
  }

  /// The tokens that the parser sees.
  static List<CommonToken> seen(List<CommonToken> tokens) {
    return tokens.stream().filter(token -> token.getChannel() == Token.DEFAULT_CHANNEL).toList();
  }

  /// MySQL runs the text in `/*!80023 ... */`, so the text is read as part of the statement. One
  /// such comment inside another is not supported.
  private static List<CommonToken> ofOpened(List<CommonToken> tokens) {
    List<CommonToken> opened =
        cut(tokens.stream().map(MySqlTokens::open).collect(Collectors.joining()));
    if (hasVersionComment(opened)) {
      throw new UnreadDdlException(Reason.SYNTAX);
    }
    return opened;
  }

  private static String open(CommonToken token) {
    return isVersionComment(token)
        ? token.getText().replaceFirst("^/\\*!\\d*", " ").replaceFirst("\\*/$", " ")
        : token.getText();
  }

  private static boolean hasVersionComment(List<CommonToken> tokens) {
    return tokens.stream().anyMatch(MySqlTokens::isVersionComment);
  }

  private static boolean isVersionComment(CommonToken token) {
    return token.getType() == MySqlLexer.SPEC_MYSQL_COMMENT;
  }

  private static List<CommonToken> cut(String text) {
    MySqlLexer lexer = new MySqlLexer(new BoundedCharacters(text));
    lexer.removeErrorListeners();
    List<CommonToken> tokens = new ArrayList<>();
    Token token = lexer.nextToken();
    for (; token.getType() != Token.EOF; token = lexer.nextToken()) {
      if (tokens.size() == MOST_TOKENS) {
        throw new UnreadDdlException(Reason.TOO_LONG);
      }
      // The lexer hides characters it does not know, and the parser would go on without them.
      if (token.getChannel() == MySqlLexer.ERRORCHANNEL) {
        throw new UnreadDdlException(Reason.SYNTAX);
      }
      tokens.add((CommonToken) token);
    }
    return tokens;
  }
}
