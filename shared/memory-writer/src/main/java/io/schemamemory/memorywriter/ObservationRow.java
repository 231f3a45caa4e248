package io.schemamemory.memorywriter;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An observation as its table keeps it.
///
/// @param people ids as a PostgreSQL array's text, such as `{7,8}`
@MappedEntity(value = "observation", schema = "memory")
@Serdeable(naming = SnakeCaseStrategy.class)
// Else an empty text or list would be left out, and be null.
@JsonInclude(JsonInclude.Include.ALWAYS)
record ObservationRow(
    @Id long id,
    long workspaceId,
    String key,
    String kind,
    String organization,
    String databaseName,
    @Nullable String deployRequest,
    @Nullable String branch,
    Instant occurredAt,
    String template,
    String people) {}
