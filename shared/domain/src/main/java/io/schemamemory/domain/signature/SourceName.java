package io.schemamemory.domain.signature;

/// What a source may be called: its name stands in a URL's path and in log lines.
public final class SourceName {
  /// What a right one looks like, for messages.
  public static final String FORM =
      "at most 63 lower-case letters, digits, - and _, the first of them a letter or a digit";

  private static final int LONGEST = 63;

  private SourceName() {}

  /// Whether a source may be called so.
  public static boolean isWellFormed(String name) {
    return !name.isEmpty()
        && name.length() <= LONGEST
        && isLetterOrDigit(name.charAt(0))
        && name.chars().allMatch(c -> isLetterOrDigit(c) || c == '-' || c == '_');
  }

  /// By hand: a regular expression would cost the receiver's cold start milliseconds.
  private static boolean isLetterOrDigit(int c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }
}
