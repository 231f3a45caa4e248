package io.schemamemory.memory;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Somebody met in a delivery: what PlanetScale calls them, and by what name.
@MappedEntity(value = "person_identity", schema = "memory")
record PersonIdentity(
    @Id long personId,
    long workspaceId,
    String actorType,
    String providerId,
    @Nullable String displayName,
    @Nullable String avatarUrl,
    Instant namedAt) {}
