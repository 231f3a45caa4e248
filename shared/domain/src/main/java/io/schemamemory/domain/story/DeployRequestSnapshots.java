package io.schemamemory.domain.story;

import io.schemamemory.domain.entity.EntityName;
import io.schemamemory.domain.event.DdlStatement;
import io.schemamemory.domain.event.DeploymentEnding;
import io.schemamemory.domain.event.Facts.DeployRequest;
import io.schemamemory.domain.event.Facts.Deployment;
import io.schemamemory.domain.event.Milestone;
import java.time.Duration;
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
  private final List<DeployRequestSnapshot> run;

  DeployRequestSnapshots(Collection<DeployRequestSnapshot> snapshots) {
    all = snapshots.stream().distinct().sorted(DeployRequestSnapshot.BEST_INFORMED_FIRST).toList();
    deployments =
        all.stream().flatMap(one -> Stream.ofNullable(one.request().deployment())).toList();
    run =
        all.stream()
            .filter(one -> one.request().deployment() != null)
            .filter(one -> isOfLastRun(Objects.requireNonNull(one.request().deployment())))
            .toList();
  }

  /// A deployment that failed or was cancelled may be queued again, which begins another run.
  private boolean isOfLastRun(Deployment deployment) {
    Instant lastQueuedAt = deployments.getFirst().queuedAt();
    return lastQueuedAt == null || lastQueuedAt.equals(deployment.queuedAt());
  }

  DeployRequestSnapshot best() {
    return all.getFirst();
  }

  /// The newest first.
  List<String> paths() {
    return all.stream()
        .map(one -> EntityName.deployRequest(one.envelope(), one.request().number()).path())
        .distinct()
        .toList();
  }

  <T> @Nullable T first(Function<DeployRequest, @Nullable T> field) {
    return known(all.stream().map(DeployRequestSnapshot::request), field);
  }

  /// Of the last run only: the steps of an earlier run are not steps of this one.
  <T> @Nullable T ofRun(Function<Deployment, @Nullable T> field) {
    return known(run(), field);
  }

  /// A time, from the best-informed that gives one that can be right. Where all that give it are in
  /// doubt, by when it had happened.
  @Nullable Instant time(Function<DeployRequest, @Nullable Instant> field) {
    return CredibleTimes.first(all, one -> field.apply(one.request()));
  }

  /// Of the last run only.
  @Nullable Instant timeOfRun(Function<Deployment, @Nullable Instant> field) {
    return CredibleTimes.first(run, one -> field.apply(deployment(one)));
  }

  /// Until when the last run can be reverted; a time that lies ahead by nature, but not by much.
  @Nullable Instant revertibleUntil(Duration atMost) {
    return run.stream()
        .filter(one -> deployment(one).revertibleUntil() != null)
        .filter(
            one ->
                !one.doubts(
                    Objects.requireNonNull(deployment(one).revertibleUntil()).minus(atMost)))
        .map(one -> deployment(one).revertibleUntil())
        .findFirst()
        .orElse(null);
  }

  /// The times that cannot be right and have no better one beside them, in their order.
  List<Instant> doubted() {
    Stream<Instant> ofRequest =
        SnapshotTimes.OF_REQUEST.stream()
            .flatMap(field -> CredibleTimes.doubted(all, one -> field.apply(one.request())));
    Stream<Instant> ofRun =
        SnapshotTimes.OF_RUN.stream()
            .flatMap(field -> CredibleTimes.doubted(run, one -> field.apply(deployment(one))));
    // Only the envelope has the time of an error.
    Stream<Instant> ofErrors =
        all.stream()
            .filter(one -> one.request().milestone() == Milestone.ERRORED && one.doubtful())
            .map(one -> one.envelope().sentAt());
    return Stream.of(ofRequest, ofRun, ofErrors)
        .flatMap(times -> times)
        .distinct()
        .sorted()
        .toList();
  }

  boolean instant() {
    return run().anyMatch(Deployment::instant);
  }

  List<String> errors() {
    return listed(run().toList(), Deployment::errors);
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

  /// The same, unless its time is in doubt.
  @Nullable Instant reachedForSure(Milestone milestone) {
    return all.stream()
        .filter(one -> one.request().milestone() == milestone && !one.doubtful())
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

  private Stream<Deployment> run() {
    return run.stream().map(DeployRequestSnapshots::deployment);
  }

  private static Deployment deployment(DeployRequestSnapshot snapshot) {
    return Objects.requireNonNull(snapshot.request().deployment());
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
