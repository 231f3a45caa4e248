package io.schemamemory.roles.names;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.schemamemory.data.connection.DatabaseUrl;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/// The name of a database's directory, such as `db.example.com-5432-memory`: another one for every
/// database, also where a file system does not tell `a` from `A`.
public final class DirectoryName {
  /// Encrypted file systems take no longer ones.
  private static final int LONGEST = 143;

  private DirectoryName() {}

  /// Only the database's name has no `-` of its own, so the three parts can be told apart.
  public static String of(DatabaseUrl database) {
    // A host's name is the same in capitals.
    String place = database.place().toLowerCase(Locale.ROOT);
    int colon = place.lastIndexOf(':');
    return shortened(
        encoded(place.substring(0, colon), ".-")
            + "-"
            + place.substring(colon + 1)
            + "-"
            + encoded(database.database(), ""));
  }

  /// Anything but small letters, digits, `_` and what else is kept becomes `=` and two digits for
  /// each of its bytes.
  private static String encoded(String name, String kept) {
    StringBuilder encoded = new StringBuilder();
    for (byte one : name.getBytes(UTF_8)) {
      if (isPlain(one) || kept.indexOf(one) >= 0) {
        encoded.append((char) one);
      } else {
        encoded.append('=').append(HexFormat.of().toHexDigits(one));
      }
    }
    return encoded.toString();
  }

  private static boolean isPlain(byte one) {
    return (one >= 'a' && one <= 'z') || (one >= '0' && one <= '9') || one == '_';
  }

  /// After `==`, which no shorter name has.
  private static String shortened(String name) {
    if (name.length() <= LONGEST) {
      return name;
    }
    String end = "==" + HexFormat.of().formatHex(sha256(name));
    return name.substring(0, LONGEST - end.length()) + end;
  }

  private static byte[] sha256(String name) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(name.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException("every JDK has SHA-256", never);
    }
  }
}
