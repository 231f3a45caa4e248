package io.schemamemory.data.inbox;

import org.jspecify.annotations.Nullable;

/// A delivery that this version could not normalize.
///
/// @param reason why; never quotes the body
/// @param version the version of the software that gave up
/// @param event the event name, if it is known
public record QuarantinedDelivery(
    Claim claim, String reason, String version, @Nullable String event) {}
