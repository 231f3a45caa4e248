package io.schemamemory.domain.story;

import io.schemamemory.domain.event.DdlStatement;
import io.schemamemory.domain.event.DeploymentEnding;
import io.schemamemory.domain.event.Facts.DeployRequest;
import io.schemamemory.domain.event.Facts.Deployment;
import io.schemamemory.domain.event.Milestone;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All snapshots of a deploy request together; a field is taken from the best-informed that has it.
final class DeployRequestSnapshots {
  private final List<DeployRequestSnapshot> all;
  private final List<Deployment> deployments;
  private final List<Deployment> run;

  DeployRequestSnapshots(Collection<DeployRequestSnapshot> snapshots) {
    all = snapshots.stream().distinct().sorted(DeployRequestSnapshot.BEST_INFORMED_FIRST).toList();
    deployments =
        all.stream().flatMap(one -> Stream.ofNullable(one.request().deployment())).toList();
    run = deployments.stream().filter(this::isOfLastRun).toList();
  }

  /// A deployment that failed or was cancelled may be queued again, which begins another run.
  private boolean isOfLastRun(Deployment deployment) {
    Instant lastQueuedAt = deployments.getFirst().queuedAt();
    return lastQueuedAt == null || lastQueuedAt.equals(deployment.queuedAt());
  }

  DeployRequestSnapshot best() {
    return all.getFirst();
  }

  <T> @Nullable T first(Function<DeployRequest, @Nullable T> field) {
    return known(all.stream().map(DeployRequestSnapshot::request), field);
  }

  /// Of the last run only: the steps of an earlier run are not steps of this one.
  <T> @Nullable T ofRun(Function<Deployment, @Nullable T> field) {
    return known(run.stream(), field);
  }

  boolean instant() {
    return run.stream().anyMatch(Deployment::instant);
  }

  List<String> errors() {
    return listed(run, Deployment::errors);
  }

  /// Those of an earlier run, until the last run gives its own.
  List<DdlStatement> statements() {
    return listed(deployments, Deployment::statements);
  }

  @Nullable Instant reached(Milestone milestone) {
    return all.stream()
        .filter(one -> one.request().milestone() == milestone)
        .map(DeployRequestSnapshot::occurredAt)
        .findFirst()
        .orElse(null);
  }

  /// Milestones and times go before the state, which may lag behind them.
  DeploymentEnding ending() {
    DeploymentEnding stated =
        DeploymentEnding.of(first(DeployRequest::deploymentState))
            .givenTimes(ofRun(Deployment::revertedAt), first(DeployRequest::deployedAt));
    if (stated == DeploymentEnding.REVERTED || reached(Milestone.REVERTED) != null) {
      return DeploymentEnding.REVERTED;
    }
    boolean applied = reached(Milestone.SCHEMA_APPLIED) != null;
    return applied && stated != DeploymentEnding.REVERT_FAILED ? DeploymentEnding.DEPLOYED : stated;
  }

  boolean everInState(String state) {
    return all.stream().anyMatch(one -> state.equals(one.request().deploymentState()));
  }

  private static <T> List<T> listed(
      List<Deployment> deployments, Function<Deployment, List<T>> field) {
    return deployments.stream()
        .map(field)
        .filter(list -> !list.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private static <S, T> @Nullable T known(Stream<S> from, Function<S, @Nullable T> field) {
    return from.map(field).filter(Objects::nonNull).findFirst().orElse(null);
  }
}
