package io.schemamemory.planetscale.api.resource;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A PlanetScale organization.
public record Organization(
    String id,
    String name,
    @Nullable String plan,
    @Nullable Instant createdAt,
    @Nullable Instant updatedAt) {}
