package io.schemamemory.planetscale;

import static io.schemamemory.planetscale.Shape.FLAG;
import static io.schemamemory.planetscale.Shape.LINES;
import static io.schemamemory.planetscale.Shape.NAME;
import static io.schemamemory.planetscale.Shape.TEXT;
import static io.schemamemory.planetscale.Shape.TIME;
import static io.schemamemory.planetscale.Shape.WHOLE_NUMBER;

import io.schemamemory.domain.event.DdlStatement;
import io.schemamemory.domain.event.Facts;
import io.schemamemory.domain.event.Facts.Deployment;
import io.schemamemory.domain.event.Milestone;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads a deploy request.
final class DeployRequests {
  private DeployRequests() {}

  static Facts facts(Milestone milestone, JsonObject resource, Actors actors)
      throws UnreadableException {
    JsonObject deployment = resource.keyObject("deployment");
    return new Facts.DeployRequest(
        milestone,
        resource.need("id", NAME),
        resource.need("number", WHOLE_NUMBER),
        resource.maybe("html_url", TEXT),
        resource.need("branch", NAME),
        resource.need("into_branch", NAME),
        resource.maybe("deployment_state", NAME),
        resource.maybe("approved", FLAG),
        actors.meet(resource, "actor"),
        actors.meet(resource, "closed_by"),
        deployment == null ? null : deployment(deployment, actors, resource.maybe("kind", NAME)),
        resource.maybe("created_at", TIME),
        resource.maybe("updated_at", TIME),
        resource.maybe("deployed_at", TIME),
        resource.maybe("closed_at", TIME));
  }

  /// @param engine of the database, if the body says
  private static Deployment deployment(JsonObject run, Actors actors, @Nullable String engine)
      throws UnreadableException {
    JsonObject revert = run.object("deployment_revert_request");
    List<JsonObject> operations = operations(run);
    return new Deployment(
        run.need("id", NAME),
        actors.meet(run, "actor"),
        actors.meet(run, "cutover_actor"),
        actors.meet(run, "cancelled_actor"),
        revert == null ? null : actors.meet(revert, "actor"),
        operations.stream().flatMap(one -> statement(one, engine)).toList(),
        DeployErrors.of(run, operations, revert),
        run.flag("instant_ddl"),
        run.key("queued_at", TIME),
        run.maybe("started_at", TIME),
        run.maybe("ready_to_cutover_at", TIME),
        run.maybe("cutover_at", TIME),
        run.maybe("finished_at", TIME),
        time(revert, "finished_at"),
        time(revert, "waiting_period_end_at"));
  }

  private static @Nullable Instant time(@Nullable JsonObject revert, String field) {
    return revert == null ? null : revert.maybe(field, TIME);
  }

  /// A sharded database has one summary per operation over all its shards.
  private static List<JsonObject> operations(JsonObject run) {
    List<JsonObject> operations = run.objects("deploy_operations");
    return operations.isEmpty() ? run.objects("deploy_operation_summaries") : operations;
  }

  private static Stream<DdlStatement> statement(JsonObject operation, @Nullable String engine) {
    String ddl = operation.maybe("ddl_statement", LINES);
    List<String> errors = DeployErrors.texts(operation, "deploy_errors");
    return ddl == null
        ? Stream.empty()
        : Stream.of(
            new DdlStatement(
                operation.maybe("keyspace_name", NAME),
                operation.maybe("table_name", NAME),
                operation.maybe("operation_name", NAME),
                ddl,
                operation.flag("can_drop_data"),
                operation.flag("table_recently_used"),
                errors.isEmpty() ? null : String.join("; ", errors),
                engine));
  }
}
