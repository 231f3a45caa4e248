package io.schemamemory.domain.signature;

import io.schemamemory.domain.signature.Verification.Authentic;
import io.schemamemory.domain.signature.Verification.Reason;
import io.schemamemory.domain.signature.Verification.Rejected;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// Decides whether PlanetScale sent these bytes: HMAC-SHA256 over the raw body, in constant time.
public final class SignatureVerifier {
  private static final int HEX_DIGITS = 64;

  private final WebhookSecret secret;

  public SignatureVerifier(WebhookSecret secret) {
    this.secret = secret;
  }

  /// Checks the signature header's value against the body, byte for byte.
  public Verification verify(@Nullable String signature, byte[] body) {
    if (signature == null || signature.isBlank()) {
      return new Rejected(Reason.SIGNATURE_MISSING);
    }
    if (signature.length() != HEX_DIGITS || !signature.chars().allMatch(HexFormat::isHexDigit)) {
      return new Rejected(Reason.SIGNATURE_MALFORMED);
    }
    byte[] claimed = HexFormat.of().parseHex(signature);
    if (!MessageDigest.isEqual(claimed, secret.sign(body))) {
      return new Rejected(Reason.SIGNATURE_MISMATCH);
    }
    String canonical = HexFormat.of().formatHex(claimed);
    return new Authentic(new VerifiedPayload(body, canonical, secret.fingerprint()));
  }
}
