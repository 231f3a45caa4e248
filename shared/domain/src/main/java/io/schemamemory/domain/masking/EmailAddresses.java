package io.schemamemory.domain.masking;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// E-mail addresses in a text, in the ways people and programs write them.
final class EmailAddresses {
  /// An `@`, also as a URL, a web page or a wide keyboard writes it.
  private static final Pattern AT =
      Pattern.compile(
          " ?[\\[({]@[\\])}] ?|@|%40|&#64;|&#x40;|&commat;|\\\\{1,4}u0040|\uff20|\ufe6b",
          Pattern.CASE_INSENSITIVE);

  /// Written so that programs do not find it.
  private static final Pattern SPELT =
      Pattern.compile(
          "(?<![\\w.+-])[\\w.+-]{1,64} ?[(\\[{]at[)\\]}] ?[\\w-]{1,63}"
              + "(?: ?(?:\\.|[(\\[{]dot[)\\]}]) ?[\\w-]{1,63}){1,4}+",
          Pattern.CASE_INSENSITIVE);

  /// In words, or with what was an invisible character.
  private static final Pattern SPACED =
      Pattern.compile(
          "(?<![\\w.+@-])[\\w.+-]{1,64}+(?: at [\\w-]{1,63}(?: dot [\\w-]{2,63}){1,4}"
              + "|(?: @ ?|@ )[\\w-]{1,63}(?:\\.[\\w-]{1,63}){0,4}\\.[a-z]{2,24}(?![\\w(]))",
          Pattern.CASE_INSENSITIVE);

  /// RFC 5321 allows 64; what is longer is masked from there.
  private static final int LONGEST_NAME = 256;

  private static final String IN_NAME = ".!#$%&*+-/?^_{|}~";

  private EmailAddresses() {}

  static String masked(String text) {
    String plain = SPACED.matcher(at(text)).replaceAll(Masking.EMAIL);
    return plain.contains("[") || plain.contains("(") || plain.contains("{")
        ? SPELT.matcher(plain).replaceAll(Masking.EMAIL)
        : plain;
  }

  private static String at(String text) {
    Matcher at = AT.matcher(text);
    StringBuilder masked = new StringBuilder();
    int copied = 0;
    while (at.find()) {
      int from = name(text, copied, at.start());
      int to = host(text, at.end());
      if (from < at.start() && to > at.end() && !isVersion(text.substring(at.end(), to))) {
        masked.append(text, copied, from).append(Masking.EMAIL);
        copied = to;
        at.region(to, text.length());
      }
    }
    return copied == 0 ? text : masked.append(text, copied, text.length()).toString();
  }

  /// Where the name before the `@` begins.
  private static int name(String text, int earliest, int at) {
    int floor = Math.max(earliest, at - LONGEST_NAME);
    if (at > floor && text.charAt(at - 1) == '"') {
      int quote = text.lastIndexOf('"', at - 2);
      return quote >= floor ? quote : at;
    }
    int from = at;
    while (from > floor && isNamed(text.charAt(from - 1))) {
      from--;
    }
    return from;
  }

  private static boolean isNamed(char one) {
    return Character.isLetterOrDigit(one)
        || Character.isSurrogate(one)
        || Character.getType(one) == Character.NON_SPACING_MARK
        || IN_NAME.indexOf(one) >= 0;
  }

  private static int host(String text, int from) {
    int to = from;
    if (to < text.length() && text.charAt(to) == '[') {
      int end = text.indexOf(']', to);
      return end < 0 || end - to > LONGEST_NAME ? from : end + 1;
    }
    while (to < text.length() && isHost(text.charAt(to))) {
      to++;
    }
    while (to > from && ".-".indexOf(text.charAt(to - 1)) >= 0) {
      to--;
    }
    return to;
  }

  private static boolean isHost(char one) {
    return Character.isLetterOrDigit(one) || one == '.' || one == '-' || one == '_';
  }

  /// A package's, such as `vitess@19.0.4`; four numbers are a network address.
  private static boolean isVersion(String host) {
    return host.matches("v?\\d{1,9}(?:\\.\\d{1,9}){0,2}(?:-[\\w.]{1,30})?");
  }
}
