package io.schemamemory.domain.event;

import java.text.BreakIterator;
import java.util.Locale;

/// The beginning of a text that is longer than there is room for, cut between characters as people
/// count them.
public final class Beginning {
  /// A character of more code points than this is cut within.
  private static final int LONGEST_CHARACTER = 64;

  private Beginning() {}

  /// As much as fits into so many bytes of UTF-8.
  public static String ofBytes(String text, int most) {
    if (text.length() <= most / 3) {
      return text;
    }
    int end = 0;
    for (int used = 0; end < text.length(); ) {
      int letter = text.codePointAt(end);
      used += letter < 0x80 ? 1 : letter < 0x800 ? 2 : letter < 0x10000 ? 3 : 4;
      if (used > most) {
        return cut(text, end);
      }
      end += Character.charCount(letter);
    }
    return text;
  }

  /// As much as fits into so many code points.
  public static String ofLetters(String text, int most) {
    return isLonger(text, most) ? cut(text, text.offsetByCodePoints(0, most)) : text;
  }

  /// Whether a text has more than so many code points.
  public static boolean isLonger(String text, int most) {
    return text.length() > most && text.codePointCount(0, text.length()) > most;
  }

  /// Before the character that the end falls into, unless nothing would be left.
  private static String cut(String text, int end) {
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(text.substring(0, Math.min(text.length(), end + LONGEST_CHARACTER)));
    int whole = characters.isBoundary(end) ? end : characters.preceding(end);
    return text.substring(0, end - whole < LONGEST_CHARACTER ? whole : end).stripTrailing();
  }
}
