package io.schemamemory.domain.masking;

import io.schemamemory.domain.masking.SqlToken.Kind;
import java.util.List;
import java.util.regex.Pattern;

/// Masks the literals of a statement that are secrets, and what its comments say of people.
final class SecretLiterals {
  /// A comment, or a function's body, is SQL again, and may hold one.
  private static final int DEEPEST = 3;

  /// A statement within a literal, as in `PREPARE … FROM '…'`.
  private static final Pattern STATEMENT_WITH_SECRET =
      Pattern.compile(
          "\\bidentified\\s{1,9}(?:by|with|via)\\b|\\bpassword\\s{0,9}['\"(]",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ESCAPED_QUOTE = Pattern.compile("\\\\['\"]");

  private final String sql;
  private final boolean backslashes;
  private final int depth;

  private SecretLiterals(String sql, boolean backslashes, int depth) {
    this.sql = sql;
    this.backslashes = backslashes;
    this.depth = depth;
  }

  static String masked(String sql) {
    return masked(sql, 0);
  }

  /// Whether a backslash escapes a quote depends on the database and its settings: where it
  /// matters, what is a secret in either reading is masked.
  private static String masked(String sql, int depth) {
    String masked = new SecretLiterals(sql, true, depth).masked();
    return ESCAPED_QUOTE.matcher(masked).find()
        ? new SecretLiterals(masked, false, depth).masked()
        : masked;
  }

  private String masked() {
    List<SqlToken> all = SqlTokens.of(sql, backslashes);
    List<SqlToken> code = all.stream().filter(one -> one.kind() != Kind.COMMENT).toList();
    SecretPlaces places = new SecretPlaces(code);
    StringBuilder masked = new StringBuilder();
    int copied = 0;
    int place = 0;
    boolean secretBefore = false;
    for (SqlToken token : all) {
      String text;
      if (token.kind() == Kind.COMMENT) {
        text = comment(token);
      } else {
        // Literals side by side are one.
        boolean secret = places.isSecret(place) || (secretBefore && token.isString());
        text = secret ? secret(token) : plain(token, places.isComment(place));
        secretBefore = secret && token.isString();
        place++;
      }
      masked.append(sql, copied, token.start()).append(text);
      copied = token.end();
    }
    return masked.append(sql, copied, sql.length()).toString();
  }

  private static String secret(SqlToken token) {
    if (token.kind() == Kind.WORD) {
      return "'" + Masking.SECRET + "'";
    }
    return token.content().isEmpty() ? token.text() : token.with(Masking.SECRET);
  }

  private String plain(SqlToken token, boolean isComment) {
    if (!token.isString()) {
      return isComment ? token.with(Masking.personal(token.content())) : token.text();
    }
    String content = token.content();
    if (token.opening().startsWith("$")) {
      return token.with(inner(content));
    }
    if (STATEMENT_WITH_SECRET.matcher(content).find()) {
      return token.with(Masking.SECRET);
    }
    String open = SecretTexts.masked(statement(content, token.opening()));
    return token.with(isComment ? Masking.personal(open) : open);
  }

  /// A function's body in quotes, in which quotes are doubled.
  private String statement(String content, String quote) {
    String doubled = quote + quote;
    if (depth >= DEEPEST || !content.contains(doubled)) {
      return content;
    }
    String body = content.replace(doubled, quote);
    String masked = masked(body, depth + 1);
    return masked.equals(body) ? content : masked.replace(quote, doubled);
  }

  private String comment(SqlToken comment) {
    return comment.with(Masking.personal(SecretTexts.masked(inner(comment.content()))));
  }

  private String inner(String content) {
    return depth < DEEPEST ? masked(content, depth + 1) : SecretTexts.masked(content);
  }
}
