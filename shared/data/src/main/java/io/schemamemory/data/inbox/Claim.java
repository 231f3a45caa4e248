package io.schemamemory.data.inbox;

import java.time.Instant;

/// The right to normalize one delivery until its time runs out.
///
/// @param attempts how many attempts there were, this one included; a later claim has more
public record Claim(long deliveryId, Instant receivedAt, int attempts) {}
