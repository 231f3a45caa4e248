package io.schemamemory.domain.masking;

import java.util.List;
import java.util.regex.Pattern;

/// Telephone numbers in a text, as people write them for people.
///
/// A number without a sign of being one, such as a bare `1777744335`, may be anything, and stays.
final class TelephoneNumbers {
  private static final String NOT_WITHIN = "(?<![\\w.,:/+-])";

  /// Neither more of it nor what it counts; an extension may follow.
  private static final String NOT_GOING_ON =
      "(?!(?!x\\d)\\w|[-.:/]\\d| ?(?:rows?|bytes?|records?|entries|ms|seconds?|[KMGT]i?B)\\b)";

  private static final List<Pattern> NUMBERS =
      List.of(
          // +1 415 555 0132, 0041 44 668 18 00
          Pattern.compile(
              "(?<![\\w.+])(?:\\+ ?|00(?=[1-9]))[1-9](?:[ ().\u00a0/-]{0,3}\\d){6,14}"
                  + NOT_GOING_ON),
          // (415) 555-0132
          Pattern.compile("(?<!\\w)\\(\\d{3}\\)[ ./-]{0,2}\\d{3}[ ./-]?\\d{4}" + NOT_GOING_ON),
          // (030) 123456
          Pattern.compile(
              "(?<!\\w)\\(0\\d{1,5}\\)[ ./-]{0,2}\\d{2,4}(?:[ ./-]?\\d{2,4}){1,3}" + NOT_GOING_ON),
          // 415-555-0132, 1-800-555-0199
          Pattern.compile(NOT_WITHIN + "(?:1[-. ])?\\d{3}([-. ])\\d{3}\\1\\d{4}" + NOT_GOING_ON),
          // 030/1234567, 0171 123 45 67
          Pattern.compile(
              NOT_WITHIN
                  + "(?=0(?:[ /-]?\\d){6,14}(?!\\d))0[1-9]\\d{1,4}(?:[ /-]\\d{2,8}){1,5}"
                  + NOT_GOING_ON),
          // 06 12 34 56 78
          Pattern.compile(NOT_WITHIN + "0[1-9]([ .-])\\d{2}(?:\\1\\d{2}){3}" + NOT_GOING_ON),
          // 01712345678
          Pattern.compile(NOT_WITHIN + "0[1-9]\\d{8,10}" + NOT_GOING_ON));

  /// Call me at 555-0132; not at 2026-05-02.
  private static final Pattern LED_IN =
      Pattern.compile(
          "((?<![A-Za-z])(?:(?:call|reach|ring|dial|phone|sms|whatsapp|contact|tel|telephone|telefon|mobile"
              + "|cell|handy|fax|mob|ph|(?:my|her|his|our|their|your) number)(?![A-Za-z])"
              + "|text (?:me|us|him|her|them)\\b)"
              + "(?:[^;\\d\\n+]{0,24}(?<![A-Za-z])(?:at|on|under|is|no|nr|number)[ :=.#('\"]{1,3}"
              + "|[ :=.#('\"-]{0,3}))"
              + "(?!(?:19|20)\\d\\d[-/.]\\d\\d)\\d(?:[ ()./-]{0,3}\\d){5,14}"
              + NOT_GOING_ON,
          Pattern.CASE_INSENSITIVE);

  private TelephoneNumbers() {}

  static String masked(String text) {
    if (text.chars().noneMatch(Character::isDigit)) {
      return text;
    }
    String plain = plain(text);
    String masked = plain;
    for (Pattern number : NUMBERS) {
      masked = number.matcher(masked).replaceAll(Masking.TELEPHONE);
    }
    masked = LED_IN.matcher(masked).replaceAll("$1" + Masking.TELEPHONE);
    return masked.equals(plain) ? text : masked;
  }

  /// With the dashes, spaces and digits of a keyboard, in the place of those that typesetters and
  /// other scripts have.
  private static String plain(String text) {
    if (text.chars().allMatch(one -> one < 0x80)) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text);
    for (int at = 0; at < plain.length(); at++) {
      char one = plain.charAt(at);
      if (Character.getType(one) == Character.DASH_PUNCTUATION || one == '\u2212') {
        plain.setCharAt(at, '-');
      } else if (Character.isSpaceChar(one)) {
        plain.setCharAt(at, ' ');
      } else if (Character.isDigit(one)) {
        plain.setCharAt(at, Character.forDigit(Character.digit(one, 10), 10));
      } else if (one == '\uff0b') {
        plain.setCharAt(at, '+');
      }
    }
    return plain.toString();
  }
}
