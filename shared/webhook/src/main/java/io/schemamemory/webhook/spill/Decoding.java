package io.schemamemory.webhook.spill;

/// What [SpilledDelivery#decode] made of a message.
public sealed interface Decoding {
  /// It has the right form; whether it is genuine, verifying it again tells.
  record Decoded(SpilledDelivery delivery) implements Decoding {}

  /// It is no spilled delivery.
  ///
  /// @param reason repeats nothing of the message
  record Malformed(String reason) implements Decoding {}
}
