package io.schemamemory.domain.masking;

import io.schemamemory.domain.masking.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;

/// Splits a statement of MySQL or Postgres just enough to know its literals, without a grammar:
/// one that no grammar knows may hold a secret, too.
final class SqlTokens {
  private final String sql;
  private final boolean backslashes;
  private final List<SqlToken> tokens = new ArrayList<>();
  private int at;

  private SqlTokens(String sql, boolean backslashes) {
    this.sql = sql;
    this.backslashes = backslashes;
  }

  /// The parts in their order, without white space.
  ///
  /// @param backslashes whether a quote behind one does not close a string
  static List<SqlToken> of(String sql, boolean backslashes) {
    SqlTokens tokens = new SqlTokens(sql, backslashes);
    while (tokens.at < sql.length()) {
      tokens.next();
    }
    return tokens.tokens;
  }

  private void next() {
    char one = sql.charAt(at);
    if (Character.isWhitespace(one)) {
      at++;
    } else if (sql.startsWith("/*!", at) || sql.startsWith("/*+", at) || sql.startsWith("*/", at)) {
      // MySQL reads what stands in such a comment.
      at += 2;
    } else if (sql.startsWith("/*", at)) {
      add(Kind.COMMENT, behind("*/", at + 2));
    } else if (one == '#' || sql.startsWith("--", at)) {
      add(Kind.COMMENT, behindLine());
    } else if (one == '\'' || one == '"' || one == '`') {
      add(Kind.STRING, behindQuote(one));
    } else if (one == '$' && dollars() > 0) {
      String tag = sql.substring(at, dollars());
      add(Kind.STRING, behind(tag, at + tag.length()));
    } else if (isWord(one)) {
      add(Kind.WORD, behindWord());
    } else {
      add(Kind.SIGN, at + 1);
    }
  }

  private void add(Kind kind, int end) {
    tokens.add(new SqlToken(kind, sql.substring(at, end), at, end));
    at = end;
  }

  private int behind(String closing, int from) {
    int found = sql.indexOf(closing, from);
    return found < 0 ? sql.length() : found + closing.length();
  }

  private int behindLine() {
    int end = sql.indexOf('\n', at);
    return end < 0 ? sql.length() : end;
  }

  /// Doubled, a quote stands for itself.
  private int behindQuote(char quote) {
    int end = at + 1;
    while (end < sql.length()) {
      char one = sql.charAt(end);
      if (one == '\\' && backslashes && quote != '`') {
        end += 2;
      } else if (one == quote && end + 1 < sql.length() && sql.charAt(end + 1) == quote) {
        end += 2;
      } else if (one == quote) {
        return end + 1;
      } else {
        end++;
      }
    }
    return sql.length();
  }

  /// Behind the tag that opens a string between dollars; 0 if none does.
  private int dollars() {
    int end = at + 1;
    while (end < sql.length()
        && (Character.isLetterOrDigit(sql.charAt(end)) || sql.charAt(end) == '_')) {
      end++;
    }
    boolean parameter = end > at + 1 && Character.isDigit(sql.charAt(at + 1));
    return end < sql.length() && sql.charAt(end) == '$' && !parameter ? end + 1 : 0;
  }

  private int behindWord() {
    int end = at;
    while (end < sql.length() && (isWord(sql.charAt(end)) || sql.charAt(end) == '$')) {
      end++;
    }
    return end;
  }

  private static boolean isWord(char one) {
    return Character.isLetterOrDigit(one) || one == '_' || Character.isSurrogate(one);
  }
}
