package io.schemamemory.memory;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A sighting as its table keeps it, with its observation's key and kind.
///
/// @param digest the body's SHA-256 in hex
/// @param facts JSON, see [FactsJson]
@MappedEntity(value = "sighting", schema = "memory")
record SightingRow(
    @Id long observationId,
    long workspaceId,
    String key,
    String kind,
    String channel,
    long reference,
    String event,
    String organization,
    String databaseName,
    Instant sentAt,
    Instant occurredAt,
    boolean exact,
    @Nullable Instant resourceUpdatedAt,
    String digest,
    String facts,
    Instant observedAt) {}
