package io.schemamemory.domain.signature;

import io.schemamemory.domain.signature.Verification.Authentic;
import io.schemamemory.domain.signature.Verification.Reason;
import io.schemamemory.domain.signature.Verification.Rejected;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Decides whether PlanetScale sent these bytes: HMAC-SHA256 over the raw body, in constant time.
public final class SignatureVerifier {
  private static final int HEX_DIGITS = 64;

  private final WebhookSecrets secrets;

  public SignatureVerifier(WebhookSecrets secrets) {
    this.secrets = secrets;
  }

  /// Whether a text could be a signature at all, of whatever secret.
  public static boolean isWellFormed(String signature) {
    return signature.length() == HEX_DIGITS && signature.chars().allMatch(HexFormat::isHexDigit);
  }

  /// Verifies what was posted to a source's path, with its live secrets only.
  public Verification verify(String source, @Nullable String signature, byte[] body) {
    Optional<SourceSecrets> known = secrets.of(source);
    if (known.isEmpty()) {
      return new Rejected(Reason.UNKNOWN_SOURCE);
    }
    List<WebhookSecret> live = known.get().live();
    if (live.isEmpty()) {
      return new Rejected(Reason.NO_LIVE_SECRET);
    }
    return verify(source, live, signature, body);
  }

  /// Verifies again what was verified before, with the same secret, even if that was retired since.
  ///
  /// @param fingerprint of that secret
  public Verification verifyAgain(
      String source, String fingerprint, @Nullable String signature, byte[] body) {
    List<WebhookSecret> named =
        secrets.of(source).map(known -> known.named(fingerprint)).orElse(List.of());
    if (named.isEmpty()) {
      return new Rejected(Reason.UNKNOWN_SECRET);
    }
    return verify(source, named, signature, body);
  }

  private static Verification verify(
      String source, List<WebhookSecret> candidates, @Nullable String signature, byte[] body) {
    if (signature == null || signature.isBlank()) {
      return new Rejected(Reason.SIGNATURE_MISSING);
    }
    if (!isWellFormed(signature)) {
      return new Rejected(Reason.SIGNATURE_MALFORMED);
    }
    byte[] claimed = HexFormat.of().parseHex(signature);
    WebhookSecret match = null;
    // All of them, even after a match: the time taken reveals nothing.
    for (WebhookSecret candidate : candidates) {
      if (MessageDigest.isEqual(claimed, candidate.sign(body))) {
        match = candidate;
      }
    }
    if (match == null) {
      return new Rejected(Reason.SIGNATURE_MISMATCH);
    }
    String canonical = HexFormat.of().formatHex(claimed);
    return new Authentic(new VerifiedPayload(source, body, canonical, match.fingerprint()));
  }
}
