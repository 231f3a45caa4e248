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

/// What all tellings of a deploy request know together; the best-informed is asked first.
final class DeployRequestSnapshots {
  private final List<DeployRequestSnapshot> all;
  private final List<Deployment> deployments;
  private final List<Deployment> run;

  DeployRequestSnapshots(Collection<DeployRequestSnapshot> tellings) {
    all = tellings.stream().distinct().sorted(DeployRequestSnapshot.BEST_INFORMED_FIRST).toList();
    deployments =
        all.stream().flatMap(one -> Stream.ofNullable(one.request().deployment())).toList();
    run = deployments.stream().filter(this::isOfLastRun).toList();
  }

  /// A deployment that failed or was cancelled may be queued again, and then runs anew.
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

  /// Of the last run alone: what another began did not begin this one.
  <T> @Nullable T ofRun(Function<Deployment, @Nullable T> field) {
    return known(run.stream(), field);
  }

  boolean instant() {
    return run.stream().anyMatch(Deployment::instant);
  }

  List<String> errors() {
    return listed(run, Deployment::errors);
  }

  /// Known of an earlier run, they are those of the next until it says its own.
  List<DdlStatement> statements() {
    return listed(deployments, Deployment::statements);
  }

  @Nullable Instant reached(Milestone milestone) {
    return all.stream()
        .filter(telling -> telling.request().milestone() == milestone)
        .map(DeployRequestSnapshot::occurredAt)
        .findFirst()
        .orElse(null);
  }

  /// What happened is surer than what a state says: it may lag.
  DeploymentEnding ending() {
    DeploymentEnding told =
        DeploymentEnding.of(first(DeployRequest::deploymentState))
            .given(ofRun(Deployment::revertedAt), first(DeployRequest::deployedAt));
    if (told == DeploymentEnding.REVERTED || reached(Milestone.REVERTED) != null) {
      return DeploymentEnding.REVERTED;
    }
    boolean applied = reached(Milestone.SCHEMA_APPLIED) != null;
    return applied && told != DeploymentEnding.REVERT_FAILED ? DeploymentEnding.DEPLOYED : told;
  }

  boolean everStood(String state) {
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
