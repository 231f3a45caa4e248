package io.schemamemory.planetscale.api.resource;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A branch of a database.
///
/// @param kind as a database's
/// @param production as PlanetScale says
/// @param safeMigrations as PlanetScale says: its schema changes only by deploy request
public record Branch(
    String id,
    String name,
    @Nullable String kind,
    @Nullable String state,
    @Nullable String parentBranch,
    boolean production,
    boolean safeMigrations,
    @Nullable Instant schemaLastUpdatedAt,
    @Nullable Instant createdAt,
    @Nullable Instant updatedAt,
    @Nullable Instant deletedAt) {}
