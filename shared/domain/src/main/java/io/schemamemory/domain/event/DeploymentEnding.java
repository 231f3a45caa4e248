package io.schemamemory.domain.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a deployment came to, where PlanetScale's state says so.
public enum DeploymentEnding {
  DEPLOYED,
  REVERTED,
  REVERT_FAILED,
  FAILED,
  CANCELLED,
  NO_CHANGES,
  NONE;

  /// The state in which a deployment can still be taken back.
  public static final String REVERTIBLE = "complete_pending_revert";

  /// What a state means; none for those under way and for those PlanetScale adds.
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

  /// What it is, given the times beside a state that may lag behind them.
  public DeploymentEnding given(@Nullable Instant revertedAt, @Nullable Instant deployedAt) {
    if (this != REVERT_FAILED && revertedAt != null) {
      return REVERTED;
    }
    return this == NONE && deployedAt != null ? DEPLOYED : this;
  }
}
