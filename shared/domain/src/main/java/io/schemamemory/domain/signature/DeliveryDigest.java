package io.schemamemory.domain.signature;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Names a delivery in every log line, also before the database gives it an id: the first 16 hex
/// digits of the SHA-256 of its body.
///
/// @param hex the 16 digits
public record DeliveryDigest(String hex) {
  private static final int BYTES = 8;

  /// That of a body.
  public static DeliveryDigest of(byte[] body) {
    try {
      return ofSha256(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }

  /// That of a body whose SHA-256 is known.
  public static DeliveryDigest ofSha256(byte[] sha256) {
    return new DeliveryDigest(HexFormat.of().formatHex(sha256, 0, BYTES));
  }

  @Override
  public String toString() {
    return hex;
  }
}
