package io.schemamemory.data.inbox;

import org.jspecify.annotations.Nullable;

/// A delivery that is given up on for now.
///
/// @param reason why, without a word of its body
/// @param version the version of the software that gave up
/// @param event the event's name, where it is known
public record QuarantinedDelivery(
    Claim claim, String reason, String version, @Nullable String event) {}
