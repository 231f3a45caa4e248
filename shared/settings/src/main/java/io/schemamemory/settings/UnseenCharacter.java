package io.schemamemory.settings;

import java.util.Optional;
import java.util.Set;

/// A character in a setting's value that no screen shows, and that was never meant to be there.
///
/// @param position its place, the first character's being 1
record UnseenCharacter(int position, int codePoint) {
  /// Letters, marks and symbols by their category, and nothing on a screen.
  private static final Set<Integer> BLANK =
      Set.of(0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0);

  /// The first one; spaces, tabs and line ends are for whoever reads the value.
  static Optional<UnseenCharacter> in(String value) {
    int position = 0;
    for (int i = 0; i < value.length(); i += Character.charCount(value.codePointAt(i))) {
      position++;
      int character = value.codePointAt(i);
      if (isUnseen(character)) {
        return Optional.of(new UnseenCharacter(position, character));
      }
    }
    return Optional.empty();
  }

  /// The first white space at an end of the value, if there is any.
  static Optional<UnseenCharacter> atAnEndOf(String value) {
    int begins = value.length() - value.stripLeading().length();
    int ends = value.stripTrailing().length();
    return begins == 0 && ends == value.length()
        ? Optional.empty()
        : Optional.of(at(value, begins > 0 ? 0 : ends));
  }

  private static UnseenCharacter at(String value, int index) {
    return new UnseenCharacter(value.codePointCount(0, index) + 1, value.codePointAt(index));
  }

  private static boolean isUnseen(int character) {
    if (character >= ' ' && character < 0x7F) {
      return false;
    }
    return switch (Character.getType(character)) {
      case Character.CONTROL -> character != '\t' && character != '\n' && character != '\r';
      case Character.FORMAT,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          true;
      // The last is what undecodable bytes become.
      default -> BLANK.contains(character) || isSelector(character) || character == 0xFFFD;
    };
  }

  private static boolean isSelector(int character) {
    return (character >= 0xFE00 && character <= 0xFE0F)
        || (character >= 0x180B && character <= 0x180F)
        || (character >= 0xE0100 && character <= 0xE01EF);
  }

  /// Names it and its place, and nothing beside it.
  @Override
  public String toString() {
    String name = codePoint == 0xFEFF ? "BYTE ORDER MARK" : Character.getName(codePoint);
    return "character %d is U+%04X %s"
        .formatted(position, codePoint, name == null ? "that stands for nothing" : name);
  }
}
