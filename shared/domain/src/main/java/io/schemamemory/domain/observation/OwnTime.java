package io.schemamemory.domain.observation;

import io.schemamemory.domain.event.Facts;
import io.schemamemory.domain.event.Facts.Deployment;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The time a resource itself gives for what happened: to the millisecond, and the same in every
/// sighting.
final class OwnTime {
  private OwnTime() {}

  /// Null where the resource gives none: then only the second it was sent is known.
  static @Nullable Instant of(Facts facts) {
    return switch (facts) {
      case Facts.DeployRequest request -> ofMilestone(request);
      case Facts.AccessRequest request -> ofAccessRequest(request);
      case Facts.Backup backup -> backup.completedAt();
      case Facts.Recommendation recommendation -> ofRecommendation(recommendation);
      case Facts.AuditEntry entry -> entry.createdAt();
      case Facts.Branch _, Facts.Storage _, Facts.WebhookTest _, Facts.Unknown _ -> null;
    };
  }

  private static @Nullable Instant ofMilestone(Facts.DeployRequest request) {
    Deployment run = request.deployment();
    return switch (request.milestone()) {
      case OPENED -> request.createdAt();
      case CLOSED -> request.closedAt();
      case ERRORED -> null;
      case QUEUED -> run == null ? null : run.queuedAt();
      case IN_PROGRESS -> run == null ? null : run.startedAt();
      case PENDING_CUTOVER -> run == null ? null : run.readyToCutoverAt();
      case SCHEMA_APPLIED -> run == null ? null : run.finishedAt();
      case REVERTED -> run == null ? null : run.revertedAt();
    };
  }

  private static @Nullable Instant ofAccessRequest(Facts.AccessRequest request) {
    return switch (Objects.requireNonNullElse(request.state(), "")) {
      case "pending" -> request.createdAt();
      case "cancelled" -> request.cancelledAt();
      case "approved", "denied" -> request.respondedAt();
      default -> null;
    };
  }

  private static @Nullable Instant ofRecommendation(Facts.Recommendation recommendation) {
    return switch (Objects.requireNonNullElse(recommendation.state(), "")) {
      case "open" -> recommendation.createdAt();
      case "applied" -> recommendation.appliedAt();
      case "dismissed" -> recommendation.dismissedAt();
      default -> null;
    };
  }
}
