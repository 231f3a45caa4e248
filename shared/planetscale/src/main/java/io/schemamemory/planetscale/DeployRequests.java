package io.schemamemory.planetscale;

import static io.schemamemory.planetscale.Field.name;
import static io.schemamemory.planetscale.Field.optionalName;
import static io.schemamemory.planetscale.Field.text;
import static io.schemamemory.planetscale.Field.time;

import io.schemamemory.domain.event.DdlStatement;
import io.schemamemory.domain.event.Facts;
import io.schemamemory.domain.event.Milestone;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Turns PlanetScale's deploy request into ours.
final class DeployRequests {
  private static final String DEPLOYMENT = "resource.deployment.";
  private static final String REVERT = DEPLOYMENT + "deployment_revert_request.";

  private DeployRequests() {}

  static Facts.DeployRequest facts(Milestone milestone, Wire.DeployRequest wire, Actors actors)
      throws UnreadableException {
    return new Facts.DeployRequest(
        milestone,
        name("resource.id", wire.id()),
        Field.wholeNumber("resource.number", wire.number()),
        text(wire.htmlUrl()),
        name("resource.branch", wire.branch()),
        name("resource.into_branch", wire.intoBranch()),
        optionalName("resource.deployment_state", wire.deploymentState()),
        actors.meet("resource.actor", wire.actor()),
        actors.meet("resource.closed_by", wire.closedBy()),
        wire.deployment() == null ? null : deployment(wire.deployment(), actors),
        time("resource.created_at", wire.createdAt()),
        time("resource.updated_at", wire.updatedAt()),
        time("resource.deployed_at", wire.deployedAt()),
        time("resource.closed_at", wire.closedAt()));
  }

  private static Facts.Deployment deployment(Wire.Deployment wire, Actors actors)
      throws UnreadableException {
    Wire.Revert revert = wire.deploymentRevertRequest();
    List<Wire.Operation> operations = operations(wire);
    return new Facts.Deployment(
        name(DEPLOYMENT + "id", wire.id()),
        actors.meet(DEPLOYMENT + "actor", wire.actor()),
        actors.meet(DEPLOYMENT + "cutover_actor", wire.cutoverActor()),
        revert == null ? null : actors.meet(REVERT + "actor", revert.actor()),
        statements(operations),
        errors(wire, operations),
        time(DEPLOYMENT + "queued_at", wire.queuedAt()),
        time(DEPLOYMENT + "started_at", wire.startedAt()),
        time(DEPLOYMENT + "ready_to_cutover_at", wire.readyToCutoverAt()),
        time(DEPLOYMENT + "finished_at", wire.finishedAt()),
        revert == null ? null : time(REVERT + "finished_at", revert.finishedAt()),
        revert == null
            ? null
            : time(REVERT + "waiting_period_end_at", revert.waitingPeriodEndAt()));
  }

  /// Sharded databases sum up one operation over their shards.
  private static List<Wire.Operation> operations(Wire.Deployment wire) {
    List<Wire.Operation> operations = listed(wire.deployOperations());
    return operations.isEmpty() ? listed(wire.deployOperationSummaries()) : operations;
  }

  private static List<DdlStatement> statements(List<Wire.Operation> operations)
      throws UnreadableException {
    List<DdlStatement> statements = new ArrayList<>();
    for (Wire.Operation wire : operations) {
      String ddl = text(wire.ddlStatement());
      if (ddl != null) {
        statements.add(
            new DdlStatement(
                optionalName("keyspace_name", wire.keyspaceName()),
                optionalName("table_name", wire.tableName()),
                optionalName("operation_name", wire.operationName()),
                ddl,
                Boolean.TRUE.equals(wire.canDropData())));
      }
    }
    return List.copyOf(statements);
  }

  private static List<String> errors(Wire.Deployment wire, List<Wire.Operation> operations) {
    List<@Nullable String> errors = new ArrayList<>();
    errors.add(wire.deployCheckErrors());
    operations.forEach(operation -> errors.add(operation.deployErrors()));
    listed(wire.lintErrors()).forEach(error -> errors.add(error.errorDescription()));
    return errors.stream().flatMap(error -> Stream.ofNullable(text(error))).distinct().toList();
  }

  private static <T> List<T> listed(@Nullable List<@Nullable T> list) {
    return list == null ? List.of() : list.stream().filter(Objects::nonNull).toList();
  }
}
