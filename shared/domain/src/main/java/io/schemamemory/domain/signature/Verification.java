package io.schemamemory.domain.signature;

/// What [SignatureVerifier] made of a request.
public sealed interface Verification {
  /// The signature covers these bytes.
  record Authentic(VerifiedPayload payload) implements Verification {}

  /// Nothing of the request may be kept.
  record Rejected(Reason reason) implements Verification {}

  /// Why a request was rejected; never says what would have been right.
  enum Reason {
    /// No source of this name has secrets.
    UNKNOWN_SOURCE,
    /// The source is known, but every secret of it is retired.
    NO_LIVE_SECRET,
    /// A payload verified again has the fingerprint of no live or retired secret.
    UNKNOWN_SECRET,
    SIGNATURE_MISSING,
    SIGNATURE_MALFORMED,
    SIGNATURE_MISMATCH;

    /// Whether a secret that was not read yet could be the cause; otherwise the request is wrong.
    public boolean mayEndWithNewerSecrets() {
      return this != SIGNATURE_MISSING && this != SIGNATURE_MALFORMED;
    }
  }
}
