package io.schemamemory.memorywriter;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.schemamemory.domain.event.DdlStatement;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A story as its table keeps it.
///
/// @param people ids as a PostgreSQL array's text, such as `{7,8}`
@Serdeable(naming = SnakeCaseStrategy.class)
// Else an empty text or list would be left out, and be null.
@JsonInclude(JsonInclude.Include.ALWAYS)
record StoryRow(
    String externalId,
    long workspaceId,
    long number,
    String organization,
    String databaseName,
    String branch,
    String intoBranch,
    @Nullable String htmlUrl,
    String outcome,
    boolean canDropData,
    List<DdlStatement> statements,
    List<String> errors,
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
