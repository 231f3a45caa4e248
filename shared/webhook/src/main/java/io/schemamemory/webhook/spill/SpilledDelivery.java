package io.schemamemory.webhook.spill;

import io.schemamemory.domain.signature.DeliveryDigest;
import io.schemamemory.domain.signature.SignatureVerifier;
import io.schemamemory.domain.signature.Verification;
import io.schemamemory.domain.signature.VerifiedPayload;
import java.time.Instant;

/// A delivery as the spill queue has it: not to be trusted until it is verified again.
public final class SpilledDelivery {
  private final String source;
  private final String fingerprint;
  private final String signature;
  private final Instant receivedAt;
  private final byte[] body;

  SpilledDelivery(
      String source, String fingerprint, String signature, Instant receivedAt, byte[] body) {
    this.source = source;
    this.fingerprint = fingerprint;
    this.signature = signature;
    this.receivedAt = receivedAt;
    this.body = body;
  }

  /// The message for a payload; ASCII, so that its length is its size in bytes.
  ///
  /// Takes a verified payload only: unverified bytes cannot get into the queue either.
  public static String encode(VerifiedPayload payload, Instant receivedAt) {
    return SpillMessage.write(
        new SpilledDelivery(
            payload.source(),
            payload.fingerprint(),
            payload.signature(),
            receivedAt,
            payload.bytes()));
  }

  /// Reads a message, which anything with access to the queue may have written.
  public static Decoding decode(String message) {
    return SpillMessage.read(message);
  }

  /// Verifies it under the secret it was verified with before, even if that was retired since.
  public Verification verifyAgain(SignatureVerifier verifier) {
    return verifier.verifyAgain(source, fingerprint, signature, body);
  }

  /// Names it in log lines, whether or not it verifies.
  public DeliveryDigest digest() {
    return DeliveryDigest.of(body);
  }

  /// When the receiver got it.
  public Instant receivedAt() {
    return receivedAt;
  }

  String source() {
    return source;
  }

  String fingerprint() {
    return fingerprint;
  }

  String signature() {
    return signature;
  }

  byte[] body() {
    return body;
  }
}
