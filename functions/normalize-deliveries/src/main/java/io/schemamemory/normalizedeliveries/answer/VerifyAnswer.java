package io.schemamemory.normalizedeliveries.answer;

import java.util.List;

/// What verifying stored deliveries again has shown.
///
/// @param verified how many the secret that let them in still covers
/// @param withoutBody how many have no bytes any more to verify
/// @param refused those whose bytes, signature or secret are not what they were
/// @param last the last delivery looked at: go on with `{"command":"verify","after":last}`
/// @param finished whether there is none after it
public record VerifyAnswer(
    long verified, long withoutBody, List<RefusedDelivery> refused, long last, boolean finished) {

  /// A delivery that does not verify.
  public record RefusedDelivery(long delivery, String source, String reason) {}

  public VerifyAnswer {
    refused = List.copyOf(refused);
  }
}
