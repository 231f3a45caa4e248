package io.schemamemory.domain.masking;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Values in the statements that errors repeat, and in the variables Vitess lists with them.
final class ErrorStatements {
  /// What is left of a number.
  private static final String NUMBER = "?";

  /// As far as a quote around a statement is looked for.
  private static final int LOOKED_BACK = 500;

  /// Where a statement begins: as its label says, as its verb does, or as MySQL shows it.
  private static final Pattern LEAD =
      Pattern.compile(
          "\\b(?:sql|query|statement|stmt) ?[:=] ?"
              + "|\\b(?:insert(?:\\s{1,5}\\w{3,13}){0,2}\\s{1,5}into|replace\\s{1,5}into"
              + "|delete\\s{1,5}from)"
              + "|(?<data>\\bvalues\\s{0,5}\\("
              + "|\\bupdate\\s{1,5}[\\w.`\"]{1,130}(?:\\s{1,5}(?:as\\s{1,5})?\\w{1,64})?\\s{1,5}set\\s"
              + "|\\bwhere\\s{1,5}[\\w.`\"]{1,130}\\s{0,5}(?:[=<>!]{1,3}"
              + "|(?:not\\s{1,5})?(?:in\\s{0,5}\\(|like\\b|between\\b|regexp\\b)))"
              + "|\\bnear (?=['\"])|(?<variables>\\bBindVars: ?\\{)",
          Pattern.CASE_INSENSITIVE);

  /// What matters within a statement. Behind a word for data, numbers are data, too.
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<data>\\b(?:values?|set|where|select|having|limit)\\b)"
              + "|(?<quote>\\\\*+['\"])"
              + "|(?<number>(?<![\\w.`])\\d[\\d.]*+(?![\\w`]))"
              + "|(?<end>, BindVars|\\((?:errno|sqlstate|CallerID)\\b)",
          Pattern.CASE_INSENSITIVE);

  private final String text;
  private final StringBuilder masked = new StringBuilder();
  private final int lastLine;
  private int copied;

  private ErrorStatements(String text) {
    this.text = text;
    this.lastLine = text.lastIndexOf(" at line");
  }

  static String masked(String text) {
    Matcher lead = LEAD.matcher(text);
    if (!lead.find()) {
      return text;
    }
    ErrorStatements statements = new ErrorStatements(text);
    boolean found = true;
    while (found) {
      statements.copy(lead.end());
      if (lead.group("variables") != null) {
        statements.variables();
      } else {
        statements.statement(lead.group("data") == null ? -1 : lead.start());
      }
      found = lead.find(statements.copied);
    }
    statements.copy(text.length());
    return statements.masked.toString();
  }

  private void copy(int to) {
    masked.append(text, copied, to);
    copied = to;
  }

  private void mask(int to) {
    masked.append(copied == to ? "" : Masking.VALUE);
    copied = to;
  }

  /// Up to the brace that closes them; strings in them are escaped.
  private void variables() {
    boolean string = false;
    int at = copied;
    for (; at < text.length() && (string || text.charAt(at) != '}'); at++) {
      char one = text.charAt(at);
      string ^= one == '"';
      at += one == '\\' ? 1 : 0;
    }
    mask(Math.min(at, text.length()));
  }

  /// @param began where it did, if its data follow; otherwise -1
  private void statement(int began) {
    boolean data = began >= 0;
    String wrapping = data ? quoteAround(began) : wrapping();
    copy(copied + (data ? 0 : wrapping.length()));
    Matcher token = TOKEN.matcher(text);
    while (token.find(copied)) {
      copy(token.start());
      String quote = token.group("quote");
      if (token.group("end") != null || (quote != null && isEnd(quote, wrapping, token.end()))) {
        return;
      }
      if (token.group("number") != null && data) {
        masked.append(NUMBER);
        copied = token.end();
      } else {
        copy(token.end());
      }
      if (quote != null && (data || quote.endsWith("'"))) {
        literal(QuotedValue.closing(quote));
      }
      data |= token.group("data") != null;
    }
    copy(text.length());
  }

  /// The quote around the whole statement, if there is one.
  private String wrapping() {
    return text.startsWith("\"", copied) ? "\"" : text.startsWith("'", copied) ? "'" : "";
  }

  /// The quote that was opened before, and not closed.
  private String quoteAround(int place) {
    long open =
        text.substring(Math.max(0, place - LOOKED_BACK), place)
            .chars()
            .filter(it -> it == '"')
            .count();
    return open % 2 == 0 ? "" : "\"";
  }

  /// In Go's text only its own quotes are not escaped; in MySQL's none is.
  private boolean isEnd(String quote, String wrapping, int behind) {
    return quote.equals(wrapping)
        && (quote.equals("\"")
            || behind >= text.length()
            || text.startsWith(" at line", behind)
            || (lastLine < behind && isWord(behind)));
  }

  /// Vitess shows one word and no line.
  private boolean isWord(int behind) {
    int open = text.lastIndexOf('\'', behind - 2);
    return open < behind - 2
        && text.substring(open + 1, behind - 1).chars().allMatch(Character::isJavaIdentifierPart)
        && text.startsWith("near ", open - 5);
  }

  private void literal(String quote) {
    int end = copied;
    while (end < text.length() && !closes(quote, end)) {
      boolean doubled = text.startsWith(quote + quote, end) && !closes(quote, end);
      end += doubled ? 2 * quote.length() : text.charAt(end) == '\\' && quote.length() == 1 ? 2 : 1;
    }
    mask(Math.min(end, text.length()));
    copy(Math.min(copied + quote.length(), text.length()));
  }

  /// A quote that is not doubled; of MySQL's `near '…'` two may stand at the end.
  private boolean closes(String quote, int at) {
    return text.startsWith(quote, at)
        && (!text.startsWith(quote, at + quote.length())
            || text.startsWith(" at line", at + 2 * quote.length()));
  }
}
