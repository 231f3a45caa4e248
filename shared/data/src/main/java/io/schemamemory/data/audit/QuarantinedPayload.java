package io.schemamemory.data.audit;

/// The sealed bytes of a quarantined audit entry.
///
/// @param id the id of its row in `memory.quarantine`
/// @param reference identifies its bytes
/// @param payload its exact bytes in base64, sealed, in hex
public record QuarantinedPayload(long id, long feedId, long reference, String payload) {}
