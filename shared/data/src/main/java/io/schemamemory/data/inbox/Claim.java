package io.schemamemory.data.inbox;

import java.time.Instant;

/// The right to normalize one delivery until its time runs out.
///
/// @param attempts how many tries there were, this one included; tells this claim from a later one
public record Claim(long deliveryId, Instant receivedAt, int attempts) {}
