package io.schemamemory.memorywriter.sighting;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A sighting as its table stores it, with its observation's key and kind.
///
/// @param digest the body's SHA-256 in hex
/// @param facts JSON, see [FactsJson]
@MappedEntity(value = "sighting", schema = "memory")
@Serdeable(naming = SnakeCaseStrategy.class)
// Otherwise an empty text or list is left out, and becomes null.
@JsonInclude(JsonInclude.Include.ALWAYS)
public record SightingRow(
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
    Instant observedAt,
    Instant receivedAt) {}
