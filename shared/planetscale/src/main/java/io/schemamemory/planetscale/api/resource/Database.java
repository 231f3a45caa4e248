package io.schemamemory.planetscale.api.resource;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A database of an organization.
///
/// @param kind `mysql`, which means Vitess, or `postgresql`; PlanetScale adds to these
/// @param schemaLastUpdatedAt when the default branch's schema changed
public record Database(
    String id,
    String name,
    @Nullable String kind,
    @Nullable String state,
    @Nullable String defaultBranch,
    @Nullable Instant schemaLastUpdatedAt,
    @Nullable Instant createdAt,
    @Nullable Instant updatedAt) {}
