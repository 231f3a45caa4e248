package io.schemamemory.memorywriter;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A sighting as its table keeps it, with its observation's key and kind.
///
/// @param digest the body's SHA-256 in hex
/// @param facts JSON, see [FactsJson]
@MappedEntity(value = "sighting", schema = "memory")
@Serdeable(naming = SnakeCaseStrategy.class)
// Else an empty text or list would be left out, and be null.
@JsonInclude(JsonInclude.Include.ALWAYS)
record SightingRow(
    @Id long observationId,
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
