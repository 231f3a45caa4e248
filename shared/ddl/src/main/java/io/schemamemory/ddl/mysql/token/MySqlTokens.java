package io.schemamemory.ddl.mysql.token;

import io.debezium.ddl.parser.mysql.generated.MySqlLexer;
import io.schemamemory.domain.ddl.Understanding.Reason;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/// Splits MySQL text into tokens; white space and comments are tokens that the parser does not see.
public final class MySqlTokens {
  /// A table of 8192 partitions, MySQL's most, takes half of it.
  private static final int MOST_CHARACTERS = 1_000_000;

  private static final int MOST_TOKENS = 300_000;

  private MySqlTokens() {}

  /// A text's tokens, changed where the grammar does not know what MySQL does.
  public static List<CommonToken> of(String text) {
    if (text.length() > MOST_CHARACTERS) {
      throw new UnreadDdlException(Reason.TOO_LONG);
    }
    List<CommonToken> tokens = opened(cut(text));
    if (seen(tokens).isEmpty()) {
      throw new UnreadDdlException(Reason.EMPTY);
    }
    SeenTokens.statements(seen(tokens)).forEach(QuerySkipper::apply);
    SeenTokens.statements(seen(tokens)).forEach(ExpressionSkipper::apply);
    return GrammarPatches.apply(tokens);
  }

  /// The tokens that the parser sees.
  public static List<CommonToken> seen(List<CommonToken> tokens) {
    return tokens.stream().filter(MySqlTokens::isSeen).toList();
  }

  /// Whether the parser sees a token.
  public static boolean isSeen(Token token) {
    return token.getChannel() == Token.DEFAULT_CHANNEL;
  }

  /// One version comment inside another is not supported.
  private static List<CommonToken> opened(List<CommonToken> tokens) {
    if (tokens.stream().noneMatch(VersionComments::is)) {
      return tokens;
    }
    List<CommonToken> opened = cut(VersionComments.opened(tokens));
    if (opened.stream().anyMatch(VersionComments::is)) {
      throw new UnreadDdlException(Reason.SYNTAX);
    }
    return opened;
  }

  private static List<CommonToken> cut(String text) {
    BoundedCharacters characters = new BoundedCharacters(text);
    MySqlLexer lexer = new MySqlLexer(characters);
    lexer.removeErrorListeners();
    List<CommonToken> tokens = new ArrayList<>();
    Token token = lexer.nextToken();
    for (; token.getType() != Token.EOF; token = lexer.nextToken()) {
      if (tokens.size() == MOST_TOKENS) {
        throw new UnreadDdlException(Reason.TOO_LONG);
      }
      CommonToken next = (CommonToken) token;
      if (opensWithoutEnd(next, tokens)) {
        next.setStopIndex(characters.size() - 1);
        tokens.add(unknown(next));
        return tokens;
      }
      tokens.add(next.getChannel() == MySqlLexer.ERRORCHANNEL ? unknown(next) : next);
    }
    return tokens;
  }

  /// A quote or comment that nothing closes: all that follows belongs to it, commas and semicolons,
  /// too.
  private static boolean opensWithoutEnd(CommonToken token, List<CommonToken> before) {
    return switch (token.getType()) {
      case MySqlLexer.SINGLE_QUOTE_SYMB,
          MySqlLexer.DOUBLE_QUOTE_SYMB,
          MySqlLexer.REVERSE_QUOTE_SYMB ->
          true;
      case MySqlLexer.STAR ->
          !before.isEmpty()
              && before.getLast().getType() == MySqlLexer.DIVIDE
              && before.getLast().getStopIndex() + 1 == token.getStartIndex();
      default -> false;
    };
  }

  /// The lexer hides characters it does not know, and the parser would go on without them.
  private static CommonToken unknown(CommonToken token) {
    token.setType(MySqlLexer.ERROR_RECONGNIGION);
    token.setChannel(Token.DEFAULT_CHANNEL);
    return token;
  }
}
