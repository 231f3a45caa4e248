package io.schemamemory.domain.entity;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.schemamemory.domain.event.Beginning;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// One name within a path, encoded so that different names, and different paths, stay different.
///
/// @param text encoded as in URLs: characters with a meaning in a path, and those unfit for a
///     terminal, are written like `%2F`
record PathPart(String text) {
  /// MySQL's longest name has 64 characters of up to 4 bytes; five parts, a branch and the other
  /// columns of an index row stay below the 2704 bytes PostgreSQL takes.
  static final int LONGEST = 300;

  private static final int DIGEST_BYTES = 16;

  /// `~` marks what was cut; the dot stands between a table and its column.
  private static final Pattern SPECIAL =
      Pattern.compile("[%/~\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}&&[^\u200c\u200d]]");

  static PathPart of(String name) {
    String escaped = isSafe(name) ? name : SPECIAL.matcher(name).replaceAll(PathPart::escaped);
    return new PathPart(size(escaped) <= LONGEST ? escaped : cut(escaped, name));
  }

  /// Most names are, and a look at each character is a fraction of a pattern's.
  private static boolean isSafe(String name) {
    for (int i = 0; i < name.length(); i++) {
      char one = name.charAt(i);
      if (one < ' ' || one >= '~' || one == '%' || one == '/') {
        return false;
      }
    }
    return true;
  }

  PathPart {
    if (size(text) > LONGEST) {
      throw new IllegalArgumentException("a part of a path has at most " + LONGEST + " bytes");
    }
  }

  /// The same where a dot would end it.
  PathPart beforeDot() {
    String dotless = text.replace(".", "%2E");
    return new PathPart(size(dotless) <= LONGEST ? dotless : cut(dotless, text));
  }

  private static String escaped(MatchResult found) {
    StringBuilder escaped = new StringBuilder();
    for (byte one : found.group().getBytes(UTF_8)) {
      escaped.append('%').append(HexFormat.of().withUpperCase().toHexDigits(one));
    }
    return escaped.toString();
  }

  /// The digest distinguishes names with the same beginning.
  private static String cut(String escaped, String name) {
    return Beginning.ofBytes(escaped, LONGEST - 1 - 2 * DIGEST_BYTES) + "~" + digest(name);
  }

  private static String digest(String name) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JVM has SHA-256", impossible);
    }
  }

  private static int size(String text) {
    return text.getBytes(UTF_8).length;
  }
}
