package io.schemamemory.domain.signature;

import java.util.Optional;
import java.util.Set;

/// A character that came into a secret unseen, while it was copied or saved.
///
/// @param position its place, the first character's being 1
public record StrayCharacter(int position, int codePoint) {
  /// Letters, marks and symbols by their category, and nothing on a screen.
  private static final Set<Integer> BLANK =
      Set.of(0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0);

  /// The first one of a text; a space counts only at its ends.
  public static Optional<StrayCharacter> in(String text) {
    int position = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      position++;
      int character = text.codePointAt(i);
      boolean inside = i > 0 && i < text.length() - 1;
      if (character == ' ' ? !inside : isStray(character)) {
        return Optional.of(new StrayCharacter(position, character));
      }
    }
    return Optional.empty();
  }

  private static boolean isStray(int character) {
    if (character > ' ' && character < 0x7F) {
      return false;
    }
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          true;
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
    return "character %d is U+%04X %s"
        .formatted(position, codePoint, codePoint == 0xFEFF ? "BYTE ORDER MARK" : name());
  }

  private String name() {
    String name = Character.getName(codePoint);
    return name == null ? "that stands for nothing" : name;
  }
}
