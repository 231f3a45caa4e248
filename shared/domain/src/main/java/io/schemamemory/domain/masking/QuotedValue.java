package io.schemamemory.domain.masking;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Finds where a quoted value ends in an error's text, though errors do not escape what they quote.
final class QuotedValue {
  /// A quote as errors have it: plain, escaped, curly, or in a web page's spelling.
  static final String QUOTE = "(\\\\*+['\"]|[\u2018\u201c\u00ab]|&#0?39;|&apos;|&quot;|&#34;)";

  /// What stands behind a value and never behind a quote within it, as far as one can know.
  private static final Pattern SURE =
      Pattern.compile(" for (?:key|column|function)\\b", Pattern.CASE_INSENSITIVE);

  private static final Pattern PLACE =
      Pattern.compile(" at (?:row|line)\\b", Pattern.CASE_INSENSITIVE);

  private static final Pattern LIKELY =
      Pattern.compile(
          "(?:$|[;,.):\\]}@]|"
              + " (?:\\(|for\\b|at\\b|is\\b|in\\b|has\\b|on\\b|to\\b|found\\b|would\\b|value\\b|already\\b|does\\b|was\\b|must\\b|and\\b|not\\b|context|detail|hint|statement|query|during|cannot\\b|line"
              + " \\d))",
          Pattern.CASE_INSENSITIVE);

  private QuotedValue() {}

  /// Where the value ends, before the quote that closes it; all the rest, if none does.
  ///
  /// @param from behind the quote that opens it
  /// @param to where something else begins
  static int end(String text, int from, int to, String opening) {
    String closing = closing(opening);
    Matcher sure = SURE.matcher(text).region(from, to).useTransparentBounds(true);
    Matcher place = PLACE.matcher(text).region(from, to).useTransparentBounds(true);
    Matcher likely = LIKELY.matcher(text).region(from, to).useTransparentBounds(true);
    int lastSure = -1;
    int lastPlace = -1;
    int firstLikely = -1;
    int first = -1;
    for (int at = text.indexOf(closing, from);
        at >= 0 && at < to;
        at = text.indexOf(closing, at + closing.length())) {
      int behind = at + closing.length();
      if (text.startsWith(closing, behind) && at > from) {
        at = behind;
        continue;
      }
      if (behind < text.length() && Character.isLetterOrDigit(text.codePointAt(behind))) {
        continue;
      }
      first = first < 0 ? at : first;
      lastSure = isBehind(sure, behind, to) ? at : lastSure;
      lastPlace = isBehind(place, behind, to) ? at : lastPlace;
      firstLikely = firstLikely < 0 && isBehind(likely, behind, to) ? at : firstLikely;
    }
    return IntStream.of(lastSure, lastPlace, firstLikely, first)
        .filter(at -> at >= 0)
        .findFirst()
        .orElse(to);
  }

  private static boolean isBehind(Matcher words, int behind, int to) {
    return behind <= to && words.region(behind, to).lookingAt();
  }

  /// However often it is escaped, one backslash tells it from a quote within.
  static String closing(String opening) {
    if (opening.length() > 2 && opening.startsWith("\\")) {
      return opening.substring(opening.length() - 2);
    }
    return switch (opening) {
      case "\u2018" -> "\u2019";
      case "\u201c" -> "\u201d";
      case "\u00ab" -> "\u00bb";
      default -> opening;
    };
  }
}
