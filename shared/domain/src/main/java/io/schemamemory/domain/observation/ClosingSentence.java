package io.schemamemory.domain.observation;

import io.schemamemory.domain.event.DeploymentEnding;
import io.schemamemory.domain.event.Facts.DeployRequest;
import io.schemamemory.domain.event.Facts.Deployment;

/// Words how a deploy request ended when it was closed.
final class ClosingSentence {
  private ClosingSentence() {}

  static EntryText of(DeployRequest request, EntryText closed, String place) {
    EntryText text = closed.words(" of ").quoted(place);
    Deployment run = request.deployment();
    DeploymentEnding ending =
        DeploymentEnding.of(request.deploymentState())
            .givenTimes(run == null ? null : run.revertedAt(), request.deployedAt());
    return switch (ending) {
      case DEPLOYED -> text.words(", deployed");
      case REVERTED -> text.words(", deployed and then reverted");
      case REVERT_FAILED -> text.words(", deployed; reverting it failed");
      case FAILED -> text.words(", which failed");
      case CANCELLED ->
          text.words(", whose deployment was cancelled")
              .personAfter(" by ", run == null ? null : run.cancelledBy());
      case NO_CHANGES -> text.words(", which changed nothing");
      case NONE -> text.words(", which was never deployed");
    };
  }
}
