package io.schemamemory.memory;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A story as its table keeps it.
///
/// @param people ids as a PostgreSQL array's text, such as `{7,8}`
/// @param statements JSON
/// @param errors JSON
@MappedEntity(value = "deploy_request", schema = "memory")
record StoryRow(
    @Id String externalId,
    long workspaceId,
    long number,
    String organization,
    String databaseName,
    String branch,
    String intoBranch,
    @Nullable String htmlUrl,
    String outcome,
    boolean canDropData,
    String statements,
    String errors,
    @Nullable Long openedBy,
    @Nullable Instant openedAt,
    @Nullable Boolean approved,
    @Nullable Long approvedBy,
    @Nullable Instant approvedAt,
    @Nullable Long queuedBy,
    @Nullable Instant queuedAt,
    @Nullable Instant startedAt,
    @Nullable Instant readyToCutoverAt,
    @Nullable Long cutOverBy,
    @Nullable Instant cutOverAt,
    @Nullable Long deployedBy,
    @Nullable Instant deployedAt,
    boolean instant,
    @Nullable Instant revertibleUntil,
    @Nullable Long cancelledBy,
    @Nullable Instant cancelledAt,
    @Nullable Long revertedBy,
    @Nullable Instant revertedAt,
    boolean revertFailed,
    @Nullable Instant erroredAt,
    @Nullable Long closedBy,
    @Nullable Instant closedAt,
    String template,
    String people) {}
