package io.schemamemory.domain.masking;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Values that Postgres's errors list in brackets: `Key (email)=(…) already exists`.
final class ErrorTuples {
  /// After the columns, of which the names stay; or a whole row.
  private static final Pattern LEAD =
      Pattern.compile(
          "\\)\\s?=\\s?\\(|(?<!key of the )\\bfailing row contains \\(|\\bJSON data, line \\d{1,9}:"
              + " ?",
          Pattern.CASE_INSENSITIVE);

  /// What Postgres says behind a key, and never within one, as far as one can know.
  private static final Pattern SURE =
      Pattern.compile(
          "\\) (?:already exists|is not present|is still referenced|conflicts with|is duplicated)",
          Pattern.CASE_INSENSITIVE);

  /// What tools write behind an error.
  private static final Pattern BEHIND =
      Pattern.compile(
          " \\((?:SQLSTATE|errno|code)|\\b(?:CONTEXT|STATEMENT|HINT|QUERY|DETAIL|LINE \\d{1,9}): ",
          Pattern.CASE_INSENSITIVE);

  private ErrorTuples() {}

  static String masked(String text) {
    Matcher lead = LEAD.matcher(text);
    if (!lead.find()) {
      return text;
    }
    StringBuilder masked = new StringBuilder();
    int copied = 0;
    boolean found = true;
    while (found) {
      int from = lead.end();
      boolean list = lead.group().startsWith(")");
      found = lead.find();
      int to = found ? lead.start() : text.length();
      int end = list ? endOfKey(text, from, to) : endOfRow(text, from, to);
      masked.append(text, copied, from).append(from == end ? "" : bare(text.substring(from, end)));
      copied = end;
    }
    return masked.append(text, copied, text.length()).toString();
  }

  /// In brackets that are there already.
  private static String bare(String value) {
    return value.equals("a value") || value.equals(Masking.VALUE) ? value : "a value";
  }

  private static int endOfKey(String text, int from, int to) {
    int last = -1;
    Matcher sure = SURE.matcher(text).region(from, to).useTransparentBounds(true);
    while (sure.find()) {
      last = sure.start();
    }
    return last >= 0 ? last : balanced(text, from, to);
  }

  private static int balanced(String text, int from, int to) {
    int open = 1;
    for (int at = from; at < to; at++) {
      open += text.charAt(at) == '(' ? 1 : text.charAt(at) == ')' ? -1 : 0;
      // A range closes with a bracket that none opened.
      if (open == 0 && !text.startsWith("))", at)) {
        return at;
      }
      open = Math.max(open, 1);
    }
    return to;
  }

  private static int endOfRow(String text, int from, int to) {
    Matcher behind = BEHIND.matcher(text).region(from, to);
    int limit = behind.find() ? behind.start() : to;
    int last = text.lastIndexOf(')', limit - 1);
    return last >= from ? last : limit;
  }
}
