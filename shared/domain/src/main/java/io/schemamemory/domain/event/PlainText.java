package io.schemamemory.domain.event;

import java.util.regex.Pattern;

/// Text from outside, fit for a terminal: nothing in it moves a cursor, hides or turns text.
public final class PlainText {
  /// Control, format and line-ending characters, but for the two joiners that names and emoji are
  /// written with.
  private static final Pattern UNFIT =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}&&[^\u200c\u200d]]+");

  private PlainText() {}

  /// The text with each run of unfit characters as one space.
  public static String of(String text) {
    return UNFIT.matcher(text).replaceAll(" ").strip();
  }
}
