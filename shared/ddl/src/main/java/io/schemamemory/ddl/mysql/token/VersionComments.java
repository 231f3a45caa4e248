package io.schemamemory.ddl.mysql.token;

import io.debezium.ddl.parser.mysql.generated.MySqlLexer;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/// `/*!80023 ... */`: text that MySQL runs from a version on, and that is a comment before it.
///
/// A version is five digits, as Vitess reads it. Six are one where a blank follows, as MySQL 8.4
/// reads them; else the sixth belongs to the text.
final class VersionComments {
  private static final Pattern COMMENT =
      Pattern.compile("(?s)/\\*!(\\d{6}(?=\\s)|\\d{5})?(.*?)(?:\\*/)?");

  /// MySQL 9: PlanetScale runs 8.0 and 8.4.
  private static final int FIRST_NOT_RUN = 90_000;

  private VersionComments() {}

  /// The text that MySQL runs, without the comments it skips.
  static String opened(List<CommonToken> tokens) {
    StringBuilder text = new StringBuilder();
    boolean comment = false;
    for (CommonToken token : tokens) {
      boolean isComment = is(token);
      String run = isComment ? run(token.getText()) : token.getText();
      text.append((comment || isComment) && wouldJoin(text, run) ? " " : "").append(run);
      comment = isComment;
    }
    return text.toString();
  }

  static boolean is(Token token) {
    return token.getType() == MySqlLexer.SPEC_MYSQL_COMMENT;
  }

  private static String run(String comment) {
    Matcher parts = COMMENT.matcher(comment);
    if (!parts.matches()) {
      return " ";
    }
    String version = parts.group(1);
    boolean runs = version == null || Integer.parseInt(version) < FIRST_NOT_RUN;
    return runs ? parts.group(2) : " ";
  }

  /// Two words are not made one, nor two strings.
  private static boolean wouldJoin(CharSequence before, String after) {
    return !before.isEmpty()
        && !after.isEmpty()
        && isOfWord(before.charAt(before.length() - 1))
        && isOfWord(after.charAt(0));
  }

  private static boolean isOfWord(char character) {
    return Character.isJavaIdentifierPart(character) || "`'\"@.-*/".indexOf(character) >= 0;
  }
}
