package io.schemamemory.webhook.spill;

/// What [SpilledDelivery#decode] made of a message.
public sealed interface Decoding {
  /// It has the right form; verifying it again shows whether it is genuine.
  record Decoded(SpilledDelivery delivery) implements Decoding {}

  /// It is no spilled delivery.
  ///
  /// @param reason repeats nothing of the message
  record Malformed(String reason) implements Decoding {}
}
