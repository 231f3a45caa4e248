package io.schemamemory.domain.signature;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The secret PlanetScale signs a webhook with; only the document of the secrets repeats its text.
public final class WebhookSecret {
  /// The key is the secret's text as PlanetScale shows it, not the bytes its hex digits stand for.
  private final SecretKeySpec key;

  private final String fingerprint;

  private WebhookSecret(SecretKeySpec key, String fingerprint) {
    this.key = key;
    this.fingerprint = fingerprint;
  }

  /// Takes a secret as PlanetScale shows it. A blank one would let anybody sign; one with white
  /// space around it, or with a character nobody sees, was pasted wrong and would verify nothing.
  ///
  /// @throws IllegalArgumentException if it is one of these; the message repeats nothing of it but
  ///     such a character
  public static WebhookSecret of(String text) {
    if (text.isBlank() || !text.equals(text.strip())) {
      throw new IllegalArgumentException("a webhook secret has no white space around it");
    }
    Optional<StrayCharacter> stray = StrayCharacter.in(text);
    if (stray.isPresent()) {
      throw new IllegalArgumentException("a webhook secret can be seen, but its " + stray.get());
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new WebhookSecret(new SecretKeySpec(bytes, "HmacSHA256"), fingerprintOf(bytes));
  }

  /// Identifies the secret without revealing it: the first 16 hex digits of its SHA-256.
  public String fingerprint() {
    return fingerprint;
  }

  /// The text itself, to be written into the document of the secrets and nowhere else.
  public String reveal() {
    return new String(key.getEncoded(), StandardCharsets.UTF_8);
  }

  /// The signature of a body, as bytes.
  public byte[] sign(byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return mac.doFinal(body);
    } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
      throw new IllegalStateException("every JDK has HmacSHA256", impossible);
    }
  }

  private static String fingerprintOf(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WebhookSecret that && key.equals(that.key);
  }

  @Override
  public int hashCode() {
    return fingerprint.hashCode();
  }

  @Override
  public String toString() {
    return "WebhookSecret[" + fingerprint + "]";
  }
}
