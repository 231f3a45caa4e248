package io.schemamemory.domain.masking;

/// A part of a statement.
///
/// @param end behind it
record SqlToken(Kind kind, String text, int start, int end) {
  /// What it is.
  enum Kind {
    /// A keyword, a name, a number.
    WORD,
    /// Text in quotes or between dollars, which may be a name.
    STRING,
    COMMENT,
    /// One character.
    SIGN
  }

  boolean is(String word) {
    return text.equalsIgnoreCase(word);
  }

  boolean isString() {
    return kind == Kind.STRING && text.charAt(0) != '`';
  }

  /// The quote, the dollars, or the two characters of a comment.
  String opening() {
    if (text.charAt(0) == '$') {
      return text.substring(0, text.indexOf('$', 1) + 1);
    }
    return kind == Kind.STRING || text.charAt(0) == '#'
        ? text.substring(0, 1)
        : text.substring(0, 2);
  }

  /// What closes it; nothing where the statement ends within it, or the line does.
  String closing() {
    String closing = kind == Kind.STRING ? opening() : text.startsWith("/*") ? "*/" : "";
    return text.length() >= opening().length() + closing.length() && text.endsWith(closing)
        ? closing
        : "";
  }

  /// The text without its quotes or signs.
  String content() {
    return text.substring(opening().length(), text.length() - closing().length());
  }

  /// The same with another content.
  String with(String content) {
    return opening() + content + closing();
  }
}
