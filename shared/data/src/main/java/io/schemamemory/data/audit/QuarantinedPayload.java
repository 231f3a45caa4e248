package io.schemamemory.data.audit;

/// An audit entry that rests in quarantine.
///
/// @param id of its row there
/// @param reference stands for its bytes
/// @param payload its exact bytes, sealed, in hex
public record QuarantinedPayload(long id, long feedId, long reference, String payload) {}
