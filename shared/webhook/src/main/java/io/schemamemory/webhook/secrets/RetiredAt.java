package io.schemamemory.webhook.secrets;

import java.time.DateTimeException;
import java.time.LocalDateTime;

/// How the document writes when a secret was retired.
final class RetiredAt {
  static final String FORM = "2026-11-21T12:00:00Z";

  private RetiredAt() {}

  /// By hand: setting up a date format would cost the receiver's cold start tens of milliseconds.
  static boolean isWellFormed(String text) {
    if (text.length() != FORM.length()) {
      return false;
    }
    for (int i = 0; i < FORM.length(); i++) {
      char model = FORM.charAt(i);
      boolean fits = isDigit(model) ? isDigit(text.charAt(i)) : text.charAt(i) == model;
      if (!fits) {
        return false;
      }
    }
    return exists(text);
  }

  private static boolean exists(String text) {
    try {
      LocalDateTime.of(
          number(text, 0, 4),
          number(text, 5, 7),
          number(text, 8, 10),
          number(text, 11, 13),
          number(text, 14, 16),
          number(text, 17, 19));
      return true;
    } catch (DateTimeException noSuchDay) {
      return false;
    }
  }

  private static int number(String text, int from, int to) {
    return Integer.parseInt(text, from, to, 10);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
