package io.schemamemory.memory;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An observation as its table keeps it.
///
/// @param people ids as a PostgreSQL array's text, such as `{7,8}`
@MappedEntity(value = "observation", schema = "memory")
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
