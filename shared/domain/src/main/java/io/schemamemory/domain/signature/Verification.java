package io.schemamemory.domain.signature;

/// What [SignatureVerifier] made of a request.
public sealed interface Verification {
  /// The signature covers these bytes.
  record Authentic(VerifiedPayload payload) implements Verification {}

  /// Nothing of the request may be kept.
  record Rejected(Reason reason) implements Verification {}

  /// Why a request was rejected; never says what would have been right.
  enum Reason {
    SIGNATURE_MISSING,
    SIGNATURE_MALFORMED,
    SIGNATURE_MISMATCH
  }
}
