package io.schemamemory.planetscale;

import static io.schemamemory.planetscale.UnreadableException.required;

import io.schemamemory.domain.event.DdlStatement;
import io.schemamemory.domain.event.Facts;
import io.schemamemory.domain.event.Milestone;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Turns PlanetScale's deploy request into ours.
final class DeployRequests {
  private DeployRequests() {}

  static Facts.DeployRequest facts(Milestone milestone, Wire.DeployRequest wire, Actors actors)
      throws UnreadableException {
    return new Facts.DeployRequest(
        milestone,
        required("resource.id", wire.id()),
        required("resource.number", wire.number()),
        wire.htmlUrl(),
        required("resource.branch", wire.branch()),
        required("resource.into_branch", wire.intoBranch()),
        wire.deploymentState(),
        actors.meet(wire.actor()),
        actors.meet(wire.closedBy()),
        wire.deployment() == null ? null : deployment(wire.deployment(), actors),
        wire.createdAt(),
        wire.updatedAt(),
        wire.deployedAt(),
        wire.closedAt());
  }

  private static Facts.Deployment deployment(Wire.Deployment wire, Actors actors)
      throws UnreadableException {
    Wire.Revert revert = wire.deploymentRevertRequest();
    return new Facts.Deployment(
        required("resource.deployment.id", wire.id()),
        actors.meet(wire.actor()),
        actors.meet(wire.cutoverActor()),
        revert == null ? null : actors.meet(revert.actor()),
        operations(wire).flatMap(DeployRequests::statement).toList(),
        errors(wire),
        wire.queuedAt(),
        wire.startedAt(),
        wire.readyToCutoverAt(),
        wire.finishedAt(),
        revert == null ? null : revert.finishedAt(),
        revert == null ? null : revert.waitingPeriodEndAt());
  }

  /// Sharded databases sum up one operation over their shards.
  private static Stream<Wire.Operation> operations(Wire.Deployment wire) {
    List<Wire.Operation> operations = listed(wire.deployOperations());
    return (operations.isEmpty() ? listed(wire.deployOperationSummaries()) : operations).stream();
  }

  private static Stream<DdlStatement> statement(Wire.Operation wire) {
    String ddl = wire.ddlStatement();
    return ddl == null
        ? Stream.empty()
        : Stream.of(
            new DdlStatement(
                wire.keyspaceName(),
                wire.tableName(),
                wire.operationName(),
                ddl,
                Boolean.TRUE.equals(wire.canDropData())));
  }

  private static List<String> errors(Wire.Deployment wire) {
    Stream<@Nullable String> lint =
        listed(wire.lintErrors()).stream().map(Wire.LintError::errorDescription);
    Stream<@Nullable String> ofOperations = operations(wire).map(Wire.Operation::deployErrors);
    return Stream.of(Stream.of(nothingIfNull(wire.deployCheckErrors())), ofOperations, lint)
        .flatMap(errors -> errors)
        .filter(Objects::nonNull)
        .filter(error -> !error.isBlank())
        .distinct()
        .toList();
  }

  private static String nothingIfNull(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static <T> List<T> listed(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }
}
