package io.schemamemory.domain.story;

import io.schemamemory.domain.event.Facts.AuditEntry;
import io.schemamemory.domain.event.Facts.DeployRequest;
import io.schemamemory.domain.event.Milestone;
import io.schemamemory.domain.observation.Sighting;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/// Finds the milestone that an audit entry of the same deploy request duplicates.
public final class DuplicateEntry {
  /// PlanetScale writes both within seconds; two runs of a deployment are further apart.
  private static final Duration TOGETHER = Duration.ofSeconds(60);

  private DuplicateEntry() {}

  /// The id of the milestone that an audit entry duplicates; empty if it duplicates none.
  ///
  /// @param milestones of one deploy request, by the ids of their observations
  public static Optional<Long> of(Sighting audit, Map<Long, Sighting> milestones) {
    if (!(audit.facts() instanceof AuditEntry entry)) {
      return Optional.empty();
    }
    return milestone(entry)
        .flatMap(
            milestone ->
                milestones.entrySet().stream()
                    .filter(one -> isOf(milestone, one.getValue()))
                    .filter(one -> apart(audit, one.getValue()).compareTo(TOGETHER) <= 0)
                    .min(
                        Comparator.comparing(
                                (Map.Entry<Long, Sighting> one) -> apart(audit, one.getValue()))
                            .thenComparing(one -> one.getValue().key().text()))
                    .map(Map.Entry::getKey));
  }

  private static Optional<Milestone> milestone(AuditEntry entry) {
    return switch (entry.action()) {
      case "deploy_request.created", "database_deploy_request.created" ->
          Optional.of(Milestone.OPENED);
      case "deploy_request.queued", "database_deploy_request.queued" ->
          Optional.of(Milestone.QUEUED);
      case "deploy_request.closed", "database_deploy_request.closed" ->
          Optional.of(Milestone.CLOSED);
      default -> Optional.empty();
    };
  }

  private static boolean isOf(Milestone milestone, Sighting sighting) {
    return sighting.facts() instanceof DeployRequest request && request.milestone() == milestone;
  }

  private static Duration apart(Sighting one, Sighting other) {
    Duration occurred = Duration.between(one.occurredAt(), other.occurredAt()).abs();
    // A clock that is ahead is so for both.
    Duration stated = Duration.between(one.statedTime(), other.statedTime()).abs();
    return occurred.compareTo(stated) <= 0 ? occurred : stated;
  }
}
