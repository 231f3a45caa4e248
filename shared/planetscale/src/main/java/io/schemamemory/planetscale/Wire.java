package io.schemamemory.planetscale;

import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// PlanetScale's JSON, field by field as it is sent. Any field may be missing or null; fields not
/// named here are passed over, for PlanetScale adds and renames them.
final class Wire {
  private Wire() {}

  @Serdeable(naming = SnakeCaseStrategy.class)
  record Envelope(
      @Nullable BigDecimal timestamp,
      @Nullable String event,
      @Nullable String organization,
      @Nullable String database,
      @Nullable JsonNode resource) {}

  @Serdeable(naming = SnakeCaseStrategy.class)
  record Actor(
      @Nullable String id,
      @Nullable String type,
      @Nullable String displayName,
      @Nullable String avatarUrl) {}

  @Serdeable(naming = SnakeCaseStrategy.class)
  record DeployRequest(
      @Nullable String id,
      @Nullable BigDecimal number,
      @Nullable Actor actor,
      @Nullable Actor closedBy,
      @Nullable String branch,
      @Nullable String intoBranch,
      @Nullable String deploymentState,
      @Nullable Deployment deployment,
      @Nullable String htmlUrl,
      @Nullable Instant createdAt,
      @Nullable Instant updatedAt,
      @Nullable Instant closedAt,
      @Nullable Instant deployedAt) {}

  @Serdeable(naming = SnakeCaseStrategy.class)
  record Deployment(
      @Nullable String id,
      @Nullable Actor actor,
      @Nullable Actor cutoverActor,
      @Nullable List<@Nullable Operation> deployOperations,
      @Nullable List<@Nullable Operation> deployOperationSummaries,
      @Nullable List<@Nullable LintError> lintErrors,
      @Nullable String deployCheckErrors,
      @Nullable Revert deploymentRevertRequest,
      @Nullable Instant queuedAt,
      @Nullable Instant startedAt,
      @Nullable Instant readyToCutoverAt,
      @Nullable Instant finishedAt) {}

  @Serdeable(naming = SnakeCaseStrategy.class)
  record Operation(
      @Nullable String keyspaceName,
      @Nullable String tableName,
      @Nullable String operationName,
      @Nullable String ddlStatement,
      @Nullable Boolean canDropData,
      @Nullable String deployErrors) {}

  @Serdeable(naming = SnakeCaseStrategy.class)
  record LintError(@Nullable String errorDescription) {}

  @Serdeable(naming = SnakeCaseStrategy.class)
  record Revert(
      @Nullable Actor actor, @Nullable Instant finishedAt, @Nullable Instant waitingPeriodEndAt) {}

  @Serdeable(naming = SnakeCaseStrategy.class)
  record Branch(
      @Nullable String id,
      @Nullable String name,
      @Nullable String parentBranch,
      @Nullable Actor actor,
      @Nullable Instant updatedAt) {}

  @Serdeable(naming = SnakeCaseStrategy.class)
  record Database(@Nullable Instant updatedAt) {}
}
