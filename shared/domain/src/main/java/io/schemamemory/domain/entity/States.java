package io.schemamemory.domain.entity;

import io.schemamemory.domain.ddl.StatementReader;
import io.schemamemory.domain.event.DeploymentEnding;
import io.schemamemory.domain.event.Envelope;
import io.schemamemory.domain.event.Facts;
import io.schemamemory.domain.event.Facts.DeployRequest;
import io.schemamemory.domain.event.Facts.Deployment;
import io.schemamemory.domain.observation.Sighting;
import io.schemamemory.domain.story.Outcome;
import java.util.List;
import java.util.stream.Stream;

/// The states that an observation begins.
public final class States {
  private States() {}

  /// At most one of each attribute.
  ///
  /// @param sighting the observation's best
  public static List<State> of(Sighting sighting, StatementReader reader) {
    Envelope envelope = sighting.envelope();
    return switch (sighting.facts()) {
      case DeployRequest request ->
          Stream.concat(
                  Stream.of(outcome(envelope, request)),
                  SchemaStates.of(envelope, request, reader).stream())
              .toList();
      case Facts.Branch branch -> ofBranch(envelope, branch);
      // These are moments: nothing says how long they last.
      case Facts.Storage _,
          Facts.AccessRequest _,
          Facts.Backup _,
          Facts.Recommendation _,
          Facts.AuditEntry _,
          Facts.WebhookTest _,
          Facts.Unknown _ ->
          List.of();
    };
  }

  private static State outcome(Envelope envelope, DeployRequest request) {
    return new State(
        EntityName.deployRequest(envelope, request.number()),
        PathPart.of(request.intoBranch()).text(),
        "outcome",
        outcome(request).label(),
        request.milestone().step());
  }

  /// By the milestone, not by the state beside it: a late body shows what came after.
  private static Outcome outcome(DeployRequest request) {
    return switch (request.milestone()) {
      case OPENED -> Outcome.OPEN;
      case QUEUED -> Outcome.QUEUED;
      case IN_PROGRESS -> Outcome.IN_PROGRESS;
      case PENDING_CUTOVER -> Outcome.PENDING_CUTOVER;
      case SCHEMA_APPLIED -> Outcome.DEPLOYED;
      case ERRORED ->
          ending(request) == DeploymentEnding.REVERT_FAILED ? Outcome.DEPLOYED : Outcome.FAILED;
      case REVERTED -> Outcome.REVERTED;
      case CLOSED -> closed(request);
    };
  }

  private static Outcome closed(DeployRequest request) {
    Deployment run = request.deployment();
    return switch (ending(request)) {
      case DEPLOYED, REVERT_FAILED -> Outcome.DEPLOYED;
      case REVERTED -> Outcome.REVERTED;
      case FAILED -> Outcome.FAILED;
      case NO_CHANGES -> Outcome.NO_CHANGES;
      case CANCELLED, NONE ->
          run == null || run.errors().isEmpty() ? Outcome.ABANDONED : Outcome.FAILED;
    };
  }

  private static DeploymentEnding ending(DeployRequest request) {
    Deployment run = request.deployment();
    return DeploymentEnding.of(request.deploymentState())
        .givenTimes(run == null ? null : run.revertedAt(), request.deployedAt());
  }

  private static List<State> ofBranch(Envelope envelope, Facts.Branch branch) {
    EntityName name = EntityName.branch(envelope, branch.name());
    String where = PathPart.of(branch.name()).text();
    Stream<State> awake =
        switch (branch.what()) {
          case READY -> Stream.of(new State(name, where, "sleeping", "false", 0));
          case SLEEPING -> Stream.of(new State(name, where, "sleeping", "true", 0));
          case ANOMALY,
              OUT_OF_MEMORY,
              START_MAINTENANCE,
              PRIMARY_SWITCHOVER_IMMINENT,
              PRIMARY_PROMOTED,
              SCHEMA_RECOMMENDATION ->
              Stream.empty();
        };
    String from = branch.parent();
    Stream<State> parent =
        from == null
            ? Stream.empty()
            : Stream.of(new State(name, where, "parent", State.cut(from), 0));
    State production =
        new State(name, where, "production", Boolean.toString(branch.production()), 0);
    return Stream.of(awake, Stream.of(production), parent).flatMap(states -> states).toList();
  }
}
