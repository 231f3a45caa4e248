package io.schemamemory.planetscale.api.resource;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A deploy request as a list shows it. The raw bytes have the shape of a webhook's resource,
/// deployment included.
///
/// @param number identifies it within its database
/// @param state `open` or `closed`
/// @param deploymentState such as `complete_pending_revert`; PlanetScale adds to these
public record DeployRequest(
    String id,
    long number,
    String branch,
    String intoBranch,
    @Nullable String state,
    @Nullable String deploymentState,
    @Nullable Instant createdAt,
    @Nullable Instant updatedAt,
    @Nullable Instant deployedAt,
    @Nullable Instant closedAt) {}
