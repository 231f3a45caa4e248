package io.schemamemory.domain.event;

import java.util.regex.Pattern;

/// Text from outside, fit for a terminal: nothing in it moves a cursor, hides or turns text.
public final class PlainText {
  /// Control, format and line-ending characters, but for the two joiners that names and emoji are
  /// written with.
  private static final String UNFIT = "[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}&&[^\u200c\u200d%s]]+";

  private static final Pattern IN_A_LINE = Pattern.compile(UNFIT.formatted(""));
  private static final Pattern IN_LINES = Pattern.compile(UNFIT.formatted("\n\t"));

  private PlainText() {}

  /// Most text is, and a look at each character is a fraction of a pattern's.
  private static boolean isPrintableAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
        return false;
      }
    }
    return true;
  }

  /// The text in one line, with each run of unfit characters as one space.
  public static String of(String text) {
    return isPrintableAscii(text) ? text.strip() : IN_A_LINE.matcher(text).replaceAll(" ").strip();
  }

  /// The text with its lines: a comment in SQL ends where its line does.
  public static String lines(String text) {
    return IN_LINES.matcher(text.replace("\r\n", "\n")).replaceAll(" ").strip();
  }
}
