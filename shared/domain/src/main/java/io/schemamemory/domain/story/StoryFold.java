package io.schemamemory.domain.story;

import io.schemamemory.domain.event.DeploymentEnding;
import io.schemamemory.domain.event.Facts.DeployRequest;
import io.schemamemory.domain.event.Facts.Deployment;
import io.schemamemory.domain.event.Milestone;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Folds observations into a story; their order and repetition make no difference.
public final class StoryFold {
  /// PlanetScale keeps the former schema ready for this long.
  private static final Duration REVERTIBLE = Duration.ofMinutes(30);

  private final DeployRequestSnapshots tellings;
  private final StoryStep approval;
  private final DeploymentEnding ending;

  private StoryFold(DeployRequestSnapshots tellings, Collection<Approval> approvals) {
    this.tellings = tellings;
    this.approval =
        approvals.stream().min(Approval.FIRST).map(Approval::step).orElse(StoryStep.NOT_DONE);
    this.ending = tellings.ending();
  }

  /// The story of one deploy request.
  ///
  /// @param tellings at least one, all of the same deploy request
  public static Story of(Collection<DeployRequestSnapshot> tellings) {
    return of(tellings, List.of());
  }

  /// The same, where the audit log is known too.
  ///
  /// @param approvals of that deploy request
  public static Story of(
      Collection<DeployRequestSnapshot> tellings, Collection<Approval> approvals) {
    return new StoryFold(new DeployRequestSnapshots(tellings), approvals).story();
  }

  private Story story() {
    DeployRequestSnapshot best = tellings.best();
    DeployRequest request = best.request();
    return new Story(
        request.id(),
        request.number(),
        best.envelope().organization(),
        best.envelope().database(),
        request.branch(),
        request.intoBranch(),
        tellings.first(DeployRequest::url),
        outcome(),
        tellings.statements(),
        tellings.errors(),
        new StoryStep(
            tellings.first(DeployRequest::openedBy), tellings.first(DeployRequest::createdAt)),
        approval.done() ? Boolean.TRUE : tellings.first(DeployRequest::approved),
        approval,
        new StoryStep(tellings.ofRun(Deployment::queuedBy), tellings.ofRun(Deployment::queuedAt)),
        tellings.ofRun(Deployment::startedAt),
        tellings.ofRun(Deployment::readyToCutoverAt),
        new StoryStep(tellings.ofRun(Deployment::cutoverBy), tellings.ofRun(Deployment::cutoverAt)),
        deployed(),
        tellings.instant(),
        revertibleUntil(),
        cancelled(),
        reverted(),
        ending == DeploymentEnding.REVERT_FAILED,
        tellings.reached(Milestone.ERRORED),
        new StoryStep(tellings.first(DeployRequest::closedBy), closedAt()));
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
    return tellings.reached(Milestone.ERRORED) == null ? Outcome.ABANDONED : Outcome.FAILED;
  }

  private Outcome underWay() {
    return switch (tellings.best().request().milestone()) {
      case QUEUED -> Outcome.QUEUED;
      case IN_PROGRESS -> Outcome.IN_PROGRESS;
      case PENDING_CUTOVER -> Outcome.PENDING_CUTOVER;
      case ERRORED -> Outcome.FAILED;
      case OPENED, SCHEMA_APPLIED, REVERTED, CLOSED -> Outcome.OPEN;
    };
  }

  /// When the schema changed: a cutover begins before that, and a run that failed ends too.
  private StoryStep deployed() {
    if (ending != DeploymentEnding.DEPLOYED
        && ending != DeploymentEnding.REVERTED
        && ending != DeploymentEnding.REVERT_FAILED) {
      return StoryStep.NOT_DONE;
    }
    Instant applied =
        either(tellings.reached(Milestone.SCHEMA_APPLIED), tellings.ofRun(Deployment::finishedAt));
    return new StoryStep(
        tellings.ofRun(Deployment::deployedBy),
        either(applied, tellings.first(DeployRequest::deployedAt)));
  }

  /// PlanetScale says who cancelled but not when; the cancelled run's end is.
  private StoryStep cancelled() {
    return ending == DeploymentEnding.CANCELLED
        ? new StoryStep(
            tellings.ofRun(Deployment::cancelledBy), tellings.ofRun(Deployment::finishedAt))
        : StoryStep.NOT_DONE;
  }

  private StoryStep reverted() {
    return ending == DeploymentEnding.REVERTED
        ? new StoryStep(
            tellings.ofRun(Deployment::revertedBy),
            either(tellings.ofRun(Deployment::revertedAt), tellings.reached(Milestone.REVERTED)))
        : StoryStep.NOT_DONE;
  }

  private @Nullable Instant revertibleUntil() {
    Instant deployedAt = deployed().at();
    if (deployedAt == null || tellings.instant()) {
      return null;
    }
    Instant told = tellings.ofRun(Deployment::revertibleUntil);
    boolean waited = tellings.everStood(DeploymentEnding.REVERTIBLE);
    return told == null && waited ? deployedAt.plus(REVERTIBLE) : told;
  }

  private @Nullable Instant closedAt() {
    return either(tellings.first(DeployRequest::closedAt), tellings.reached(Milestone.CLOSED));
  }

  private static @Nullable Instant either(@Nullable Instant one, @Nullable Instant other) {
    return one == null ? other : one;
  }
}
