package io.schemamemory.domain.masking;

import java.net.InetAddress;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// IP addresses in a text, but for versions that look like one.
final class NetworkAddresses {
  private static final String BYTE = "(?:25[0-5]|2[0-4]\\d|[01]?\\d?\\d)";

  private static final String DASHED = BYTE + "(?:-" + BYTE + "){3}";

  /// Alone, at the end of a range, or in a host's name.
  private static final Pattern FOUR =
      Pattern.compile(
          "(?<![\\w.-])(?:(?:ip|ec2)-"
              + DASHED
              + "(?!\\d)|"
              + DASHED
              + "(?=(?:\\.[a-z][\\w-]{0,62}){2}))|(?:(?<![\\w.-])|(?<=\\d\\.\\d{1,3}-))"
              + BYTE
              + "(?:(?:\\.|\\[\\.\\]|\\(\\.\\))"
              + BYTE
              + "){3}(?![\\w]|\\.\\d|-[A-Za-z])");

  /// At least two colons; what it is decides the JDK.
  private static final Pattern SIX =
      Pattern.compile("(?<![\\w:.])[0-9A-Fa-f:][0-9A-Fa-f:.]{1,45}+(?:%\\w{1,16})?(?![\\w:])");

  /// Inside a network nobody else can route to, so never a version by chance.
  private static final Pattern PRIVATE =
      Pattern.compile("(?:10|127|192\\.168|169\\.254|172\\.(?:1[6-9]|2\\d|3[01]))\\..*");

  /// What stands right before a version.
  private static final Pattern NAMED_VERSION =
      Pattern.compile(
          "(?:\\b(?:versions?|ver|v|releases?|build|tag|patch|chrome|chromium|firefox|safari|edg|edge"
              + "|opera|section|chapter|clause)|\u00a7)[ :=/.#]{0,3}$",
          Pattern.CASE_INSENSITIVE);

  /// Names of programs, which stand before their version as before their address.
  private static final Pattern PROGRAM =
      Pattern.compile(
          "(?:\\b(?:mysql|vitess|vtgate|vttablet|postgres|postgresql|pg|mariadb|jdk|java|node|python"
              + "|driver|library|plugin|package|psdb|nginx|ruby|rails|golang|linux|kernel|agent|oid)"
              + "[ :=/.#]{0,3}|(?<!/)\\b[a-z]\\w{1,30}/)$",
          Pattern.CASE_INSENSITIVE);

  /// As a program counts its releases.
  private static final Pattern SMALL = Pattern.compile("\\d{1,2}(?:\\.\\d{1,2}){3}");

  /// What is said of a machine, right before its address.
  private static final Pattern NAMED_HOST =
      Pattern.compile(
          "(?:://|@|\\b(?:hosts?|hostname|servers?|ips?|address(?:es)?|addr|clients?|peers?|machines?|tcp"
              + "|udp|ping|ssh|subnet|cidr|gateway|proxy|vpn|replicas?)\\b[^\\w]{0,3}(?:(?:is|at|of) )?)$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern PORT = Pattern.compile(":\\d");

  /// What a sentence about versions says before it.
  private static final Pattern ABOUT_VERSIONS =
      Pattern.compile(
          "\\b(?:versions?|upgrad\\w+|downgrad\\w+|releases?|builds?)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final int BEFORE = 40;

  private NetworkAddresses() {}

  static String masked(String text) {
    String six = text.indexOf(':') < 0 ? text : SIX.matcher(text).replaceAll(NetworkAddresses::six);
    return six.indexOf('.') < 0 && six.indexOf('-') < 0
        ? six
        : FOUR.matcher(six).replaceAll(found -> four(found, six));
  }

  private static String six(MatchResult found) {
    String address = found.group();
    int end = address.length();
    while (end > 1 && (address.charAt(end - 1) == '.' || isLastColon(address, end))) {
      end--;
    }
    String literal = address.substring(0, end);
    return isSix(literal)
        ? Masking.NETWORK + address.substring(end)
        : Matcher.quoteReplacement(address);
  }

  private static boolean isLastColon(String address, int end) {
    return address.charAt(end - 1) == ':' && address.charAt(end - 2) != ':';
  }

  private static boolean isSix(String literal) {
    if (literal.chars().filter(one -> one == ':').count() < 2
        || (literal.chars().noneMatch(Character::isDigit) && literal.length() < 9)) {
      return false;
    }
    int zone = literal.indexOf('%');
    try {
      InetAddress.ofLiteral(zone < 0 ? literal : literal.substring(0, zone));
      return true;
    } catch (IllegalArgumentException none) {
      return false;
    }
  }

  private static String four(MatchResult found, String text) {
    String before = text.substring(Math.max(0, found.start() - BEFORE), found.start());
    String address = found.group();
    return isVersion(before, address, text, found.end())
        ? Matcher.quoteReplacement(address)
        : Masking.NETWORK;
  }

  private static boolean isVersion(String before, String address, String text, int behind) {
    boolean isHost =
        NAMED_HOST.matcher(before).find()
            || PORT.matcher(text).region(behind, text.length()).lookingAt();
    if (isHost || address.indexOf('-') >= 0) {
      return false;
    }
    if (NAMED_VERSION.matcher(before).find()) {
      return true;
    }
    return !PRIVATE.matcher(address).matches()
        && (ABOUT_VERSIONS.matcher(before).find()
            || (PROGRAM.matcher(before).find() && SMALL.matcher(address).matches()));
  }
}
