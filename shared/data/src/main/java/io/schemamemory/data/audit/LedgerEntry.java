package io.schemamemory.data.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An audit entry as the ledger stores it.
///
/// @param isTimeDoubtful whether its time lay beyond our clock when it was read
/// @param body the entry's exact bytes, sealed, in hex
/// @param remoteIpHash keyed hash in hex
/// @param emailHash keyed hash in hex
public record LedgerEntry(
    String id,
    Instant createdAt,
    boolean isTimeDoubtful,
    @Nullable Instant updatedAt,
    String action,
    Party actor,
    Party auditable,
    Party target,
    String body,
    @Nullable String remoteIpHash,
    @Nullable String emailHash) {
  /// An actor or object of an entry, by PlanetScale's type and id.
  public record Party(@Nullable String type, @Nullable String id) {}
}
