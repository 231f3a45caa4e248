package io.schemamemory.domain.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How a deployment ended, as far as PlanetScale's state says.
public enum DeploymentEnding {
  DEPLOYED,
  REVERTED,
  REVERT_FAILED,
  FAILED,
  CANCELLED,
  NO_CHANGES,
  NONE;

  /// The state in which a deployment can still be reverted.
  public static final String REVERTIBLE = "complete_pending_revert";

  /// The ending a state means; none for deployments under way and for states this version does not
  /// know.
  public static DeploymentEnding of(@Nullable String state) {
    return switch (state) {
      case "complete", REVERTIBLE, "in_progress_revert", "in_progress_revert_vschema" -> DEPLOYED;
      case "complete_revert" -> REVERTED;
      case "complete_revert_error" -> REVERT_FAILED;
      case "error", "complete_error" -> FAILED;
      case "cancelled", "complete_cancel" -> CANCELLED;
      case "no_changes" -> NO_CHANGES;
      case null, default -> NONE;
    };
  }

  /// The ending, corrected by the times beside the state, which may lag behind them.
  public DeploymentEnding givenTimes(@Nullable Instant revertedAt, @Nullable Instant deployedAt) {
    if (this != REVERT_FAILED && revertedAt != null) {
      return REVERTED;
    }
    return this == NONE && deployedAt != null ? DEPLOYED : this;
  }
}
