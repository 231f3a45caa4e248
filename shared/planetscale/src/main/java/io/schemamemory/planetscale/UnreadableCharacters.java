package io.schemamemory.planetscale;

/// Characters that no text in the database can hold: NUL, half a surrogate pair, and what stands
/// for bytes that are not UTF-8.
final class UnreadableCharacters {
  /// Unicode reserves it, so no text means it.
  static final String NOT_UTF_8 = "\uffff";

  /// What Unicode shows in such a place.
  private static final char SHOWN = '\ufffd';

  private UnreadableCharacters() {}

  /// Most texts hold none, and a look at each character is a fraction of a code point's.
  static boolean areIn(String text) {
    for (int i = 0; i < text.length(); i++) {
      char one = text.charAt(i);
      if (one == 0 || one >= Character.MIN_SURROGATE) {
        return text.substring(i).codePoints().anyMatch(UnreadableCharacters::isOne);
      }
    }
    return false;
  }

  /// Whether some stood in a text that [#shown] made, or that somebody made likewise before.
  static boolean wereIn(String text) {
    return text.indexOf(SHOWN) >= 0;
  }

  /// The text, with a sign in the place of each.
  static String shown(String text) {
    if (!areIn(text)) {
      return text;
    }
    StringBuilder shown = new StringBuilder(text.length());
    text.codePoints().forEach(one -> shown.appendCodePoint(isOne(one) ? SHOWN : one));
    return shown.toString();
  }

  private static boolean isOne(int character) {
    return character == 0
        || character == NOT_UTF_8.charAt(0)
        || (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE);
  }
}
