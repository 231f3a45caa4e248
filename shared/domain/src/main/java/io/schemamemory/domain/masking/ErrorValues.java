package io.schemamemory.domain.masking;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Values that the errors of MySQL, Vitess and Postgres quote: `Duplicate entry '…' for key 'k'`.
///
/// Names are quoted alike, so a value is known by what leads to it; the names stay.
final class ErrorValues {
  /// Words for a value, right before its quote.
  private static final String NAMED_VALUE =
      "(?:value|entry|record|string|literal|text|input|row|data|datum|token|argument|content)s?(?<!\\b(?:default|enum) values?)"
          + "(?: of)?['\"]?(?:\\s|\\s?[:=])";

  /// What is wrong, and what it is wrong with.
  private static final String WRONG =
      "(?:invalid|incorrect|malformed|illegal|wrong|bad|truncated|unrecognized|unexpected"
          + "|out of range|too long|duplicate|violat\\w{1,6})\\b[^:'\"\u2018\u201c]{0,120}:";

  private static final String OF_TYPE = "for (?:type|enum|domain|parameter) [^:]{1,120}:";

  /// `COPY users, line 1, column email: "…"`.
  private static final String COPIED = "(?:column [^\\s:'\"]{1,130}|(?:line|row) \\d{1,9}):";

  private static final String PARAMETER = "\\$\\d{1,5} ?=";

  private static final String COMPARED =
      "(?:where|and|or|on|set|having)\\s+[\\w.`\"\\[\\]]{1,130}\\s{0,2}"
          + "(?:=|<=>|<>|!=|<|>|<=|>=|\\blike\\b|\\bin\\s{0,2}\\()";

  private static final String OTHERS =
      "duplicate\\s{1,5}entry|illegal \\w{1,30}|out of range in|(?:user|account|login)\\s"
          // As Vitess prints a row.
          + "|(?:(?:var)?(?:char|binary)|text|blob|json|datetime|date|timestamp|decimal)\\(";

  private static final Pattern LEAD =
      Pattern.compile(
          "(?:"
              + PARAMETER
              + "|\\b(?:"
              + String.join("|", NAMED_VALUE, WRONG, OF_TYPE, COPIED, COMPARED, OTHERS)
              + "))\\s{0,2}"
              + QuotedValue.QUOTE,
          Pattern.CASE_INSENSITIVE);

  /// An account of MySQL: a name and where it comes from.
  private static final Pattern ACCOUNT =
      Pattern.compile("(['`\"])[^'`\"\\s]{1,80}\\1@(['`\"])[^'`\"\\s]{0,255}\\2");

  /// Values that are not quoted.
  private static final Pattern BARE =
      Pattern.compile(
          "(\\bduplicate entry )(?!['\"\\\\&\u2018\u201c\u00ab(]).{1,1000}?(?= for key\\b)"
              + "|(\\b(?:incorrect|invalid) \\w{1,30} value: )(?!['\"\\\\&\u2018\u201c\u00ab(])"
              + ".{1,1000}?(?= for (?:column|function)\\b)"
              + "|(\\b(?:U?INT(?:8|16|24|32|64)|FLOAT(?:32|64))\\()[\\d.e+-]{1,40}(?=\\))"
              + "|(\\bpartition for value |\\bCallerID: ?)(?!\\(a value|['\" ])[^\\s)]+"
              + "|(\\bfor encoding \"[\\w-]{1,20}\": )0x[0-9a-f]{2}(?: 0x[0-9a-f]{2}){0,16}",
          Pattern.CASE_INSENSITIVE);

  private ErrorValues() {}

  static String masked(String text) {
    return BARE.matcher(quoted(accounts(text))).replaceAll("$1$2$3$4$5" + Masking.VALUE);
  }

  private static String accounts(String text) {
    return text.indexOf('@') < 0
        ? text
        : ACCOUNT.matcher(text).replaceAll("$1" + Masking.VALUE + "$1@$2" + Masking.VALUE + "$2");
  }

  private static String quoted(String text) {
    Matcher lead = LEAD.matcher(text);
    if (!lead.find()) {
      return text;
    }
    StringBuilder masked = new StringBuilder();
    int copied = 0;
    boolean found = true;
    while (found) {
      int from = lead.end();
      String opening = lead.group(1);
      found = lead.find();
      int to = found ? lead.start() : text.length();
      int end = QuotedValue.end(text, from, to, opening);
      masked.append(text, copied, from).append(from == end ? "" : Masking.VALUE);
      copied = end;
    }
    return masked.append(text, copied, text.length()).toString();
  }
}
