package io.schemamemory.data.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An audit entry as the ledger keeps it.
///
/// @param body its exact bytes, sealed, in hex
/// @param remoteIpHash keyed hash in hex
/// @param emailHash keyed hash in hex
public record LedgerEntry(
    String id,
    Instant createdAt,
    @Nullable Instant updatedAt,
    String action,
    Party actor,
    Party auditable,
    Party target,
    String body,
    @Nullable String remoteIpHash,
    @Nullable String emailHash) {
  /// Somebody or something an entry is about, by PlanetScale's id.
  public record Party(@Nullable String type, @Nullable String id) {}
}
