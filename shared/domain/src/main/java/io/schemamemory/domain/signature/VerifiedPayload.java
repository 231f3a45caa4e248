package io.schemamemory.domain.signature;

/// The exact bytes of a webhook whose signature was right; only [SignatureVerifier] can make one.
public final class VerifiedPayload {
  private final String source;
  private final byte[] bytes;
  private final String signature;
  private final String fingerprint;

  VerifiedPayload(String source, byte[] bytes, String signature, String fingerprint) {
    this.source = source;
    this.bytes = bytes;
    this.signature = signature;
    this.fingerprint = fingerprint;
  }

  /// The source whose secret signed it: it cannot be stored as another's.
  public String source() {
    return source;
  }

  /// The body as it came, not copied: it may be megabytes, and is only stored.
  public byte[] bytes() {
    return bytes;
  }

  /// The signature as 64 lower-case hex digits.
  public String signature() {
    return signature;
  }

  /// Which secret matched, see [WebhookSecret#fingerprint()].
  public String fingerprint() {
    return fingerprint;
  }
}
