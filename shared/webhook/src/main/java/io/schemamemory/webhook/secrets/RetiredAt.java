package io.schemamemory.webhook.secrets;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/// The one form in which the document may say when a secret was retired.
final class RetiredAt {
  static final String FORM = "2026-11-21T12:00:00Z";

  private static final long SECONDS_OF_A_DAY = 86_400;

  /// From the first of March of the year 0.
  private static final long DAYS_TO_1970 = 719_468;

  private RetiredAt() {}

  /// Null for a text of any other form.
  ///
  /// By hand: setting up a date format would cost the receiver's cold start tens of milliseconds.
  static @Nullable Instant parse(String text) {
    return isWellFormed(text) ? instant(text) : null;
  }

  private static boolean isWellFormed(String text) {
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
    return true;
  }

  private static @Nullable Instant instant(String text) {
    try {
      LocalDateTime time =
          LocalDateTime.of(
              number(text, 0, 4),
              number(text, 5, 7),
              number(text, 8, 10),
              number(text, 11, 13),
              number(text, 14, 16),
              number(text, 17, 19));
      return Instant.ofEpochSecond(
          epochDay(time) * SECONDS_OF_A_DAY + time.toLocalTime().toSecondOfDay());
    } catch (DateTimeException noSuchDay) {
      return null;
    }
  }

  /// Days since 1970 began. The JDK's own reckoning loads every class that formats dates.
  private static long epochDay(LocalDateTime time) {
    // Years that begin in March: a leap day is the last of its year.
    int month = (time.getMonthValue() + 9) % 12;
    int year = time.getYear() - month / 10;
    int dayOfYear = (153 * month + 2) / 5 + time.getDayOfMonth() - 1;
    int leapDays = Math.floorDiv(year, 4) - Math.floorDiv(year, 100) + Math.floorDiv(year, 400);
    return 365L * year + leapDays + dayOfYear - DAYS_TO_1970;
  }

  private static int number(String text, int from, int to) {
    return Integer.parseInt(text, from, to, 10);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
