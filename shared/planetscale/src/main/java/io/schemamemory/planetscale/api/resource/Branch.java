package io.schemamemory.planetscale.api.resource;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A branch of a database.
///
/// @param kind as a database's
/// @param production whether PlanetScale says it is
/// @param safeMigrations whether PlanetScale says its schema changes by deploy request alone
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
