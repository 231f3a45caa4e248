package io.schemamemory.domain.story;

import io.schemamemory.domain.event.DeploymentEnding;
import io.schemamemory.domain.event.Facts.DeployRequest;
import io.schemamemory.domain.event.Facts.Deployment;
import io.schemamemory.domain.event.Milestone;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Folds snapshots and approvals into a story; their order and repetition make no difference.
public final class StoryFold {
  /// How long PlanetScale keeps the former schema ready for a revert.
  private static final Duration REVERTIBLE = Duration.ofMinutes(30);

  /// A later end is one that a wrong clock gives.
  private static final Duration REVERTIBLE_AT_MOST = Duration.ofHours(2);

  private final DeployRequestSnapshots snapshots;
  private final StoryStep approval;
  private final List<Instant> doubted;
  private final DeploymentEnding ending;

  private StoryFold(DeployRequestSnapshots snapshots, Collection<Approval> approvals) {
    this.snapshots = snapshots;
    Optional<Approval> first = approvals.stream().min(Approval.FIRST);
    this.approval = first.map(Approval::step).orElse(StoryStep.NOT_DONE);
    this.doubted =
        Stream.concat(
                snapshots.doubted().stream(),
                first.stream().flatMap(one -> Stream.ofNullable(one.doubted())))
            .distinct()
            .sorted()
            .toList();
    this.ending = snapshots.ending();
  }

  /// The story of one deploy request.
  ///
  /// @param snapshots at least one, all of the same deploy request
  public static Story of(Collection<DeployRequestSnapshot> snapshots) {
    return of(snapshots, List.of());
  }

  /// The same, with what the audit log adds.
  ///
  /// @param approvals of that deploy request
  public static Story of(
      Collection<DeployRequestSnapshot> snapshots, Collection<Approval> approvals) {
    return new StoryFold(new DeployRequestSnapshots(snapshots), approvals).story();
  }

  private Story story() {
    DeployRequestSnapshot best = snapshots.best();
    DeployRequest request = best.request();
    return new Story(
        request.id(),
        request.number(),
        best.envelope().organization(),
        best.envelope().database(),
        request.branch(),
        request.intoBranch(),
        snapshots.first(DeployRequest::url),
        outcome(),
        snapshots.statements(),
        snapshots.errors(),
        new StoryStep(
            snapshots.first(DeployRequest::openedBy), snapshots.time(DeployRequest::createdAt)),
        approval.done() ? Boolean.TRUE : snapshots.first(DeployRequest::approved),
        approval,
        new StoryStep(
            snapshots.ofRun(Deployment::queuedBy), snapshots.timeOfRun(Deployment::queuedAt)),
        snapshots.timeOfRun(Deployment::startedAt),
        snapshots.timeOfRun(Deployment::readyToCutoverAt),
        new StoryStep(
            snapshots.ofRun(Deployment::cutoverBy), snapshots.timeOfRun(Deployment::cutoverAt)),
        deployed(),
        snapshots.instant(),
        revertibleUntil(),
        cancelled(),
        reverted(),
        ending == DeploymentEnding.REVERT_FAILED,
        snapshots.reached(Milestone.ERRORED),
        new StoryStep(snapshots.first(DeployRequest::closedBy), closedAt()),
        snapshots.paths(),
        doubted);
  }

  private Outcome outcome() {
    return switch (ending) {
      case DEPLOYED, REVERT_FAILED -> Outcome.DEPLOYED;
      case REVERTED -> Outcome.REVERTED;
      case FAILED -> Outcome.FAILED;
      case NO_CHANGES -> Outcome.NO_CHANGES;
      case CANCELLED -> closedAt() == null ? Outcome.OPEN : undeployed();
      case NONE -> closedAt() == null ? underWay() : undeployed();
    };
  }

  private Outcome undeployed() {
    return snapshots.reached(Milestone.ERRORED) == null ? Outcome.ABANDONED : Outcome.FAILED;
  }

  private Outcome underWay() {
    return switch (snapshots.best().request().milestone()) {
      case QUEUED -> Outcome.QUEUED;
      case IN_PROGRESS -> Outcome.IN_PROGRESS;
      case PENDING_CUTOVER -> Outcome.PENDING_CUTOVER;
      case ERRORED -> Outcome.FAILED;
      case OPENED, SCHEMA_APPLIED, REVERTED, CLOSED -> Outcome.OPEN;
    };
  }

  /// When the schema changed: a cutover begins earlier, and `finished_at` is set on failed runs,
  /// too.
  private StoryStep deployed() {
    if (ending != DeploymentEnding.DEPLOYED
        && ending != DeploymentEnding.REVERTED
        && ending != DeploymentEnding.REVERT_FAILED) {
      return StoryStep.NOT_DONE;
    }
    Instant applied =
        either(
            snapshots.reachedForSure(Milestone.SCHEMA_APPLIED),
            snapshots.timeOfRun(Deployment::finishedAt));
    return new StoryStep(
        snapshots.ofRun(Deployment::deployedBy),
        either(
            either(applied, snapshots.time(DeployRequest::deployedAt)),
            snapshots.reached(Milestone.SCHEMA_APPLIED)));
  }

  /// PlanetScale says who cancelled but not when: the cancelled run's end is the time.
  private StoryStep cancelled() {
    return ending == DeploymentEnding.CANCELLED
        ? new StoryStep(
            snapshots.ofRun(Deployment::cancelledBy), snapshots.timeOfRun(Deployment::finishedAt))
        : StoryStep.NOT_DONE;
  }

  private StoryStep reverted() {
    return ending == DeploymentEnding.REVERTED
        ? new StoryStep(
            snapshots.ofRun(Deployment::revertedBy),
            either(
                snapshots.timeOfRun(Deployment::revertedAt), snapshots.reached(Milestone.REVERTED)))
        : StoryStep.NOT_DONE;
  }

  private @Nullable Instant revertibleUntil() {
    Instant deployedAt = deployed().at();
    if (deployedAt == null || snapshots.instant()) {
      return null;
    }
    Instant stated = snapshots.revertibleUntil(REVERTIBLE_AT_MOST);
    boolean revertible =
        snapshots.everInState(DeploymentEnding.REVERTIBLE)
            || snapshots.ofRun(Deployment::revertibleUntil) != null;
    return stated == null && revertible ? deployedAt.plus(REVERTIBLE) : stated;
  }

  private @Nullable Instant closedAt() {
    return either(snapshots.time(DeployRequest::closedAt), snapshots.reached(Milestone.CLOSED));
  }

  private static @Nullable Instant either(@Nullable Instant one, @Nullable Instant other) {
    return one == null ? other : one;
  }
}
