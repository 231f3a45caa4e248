package io.schemamemory.domain.story;

import io.schemamemory.domain.event.Facts.AuditEntry;
import io.schemamemory.domain.observation.Sighting;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;

/// An approval of a deploy request, from the audit log.
///
/// @param entry the audit entry's id, which orders approvals of the same time
public record Approval(String entry, StoryStep step) {
  /// PlanetScale has two names for the action.
  private static final Set<String> APPROVALS =
      Set.of("deploy_request.approved", "deploy_request_review.approved");

  static final Comparator<Approval> FIRST =
      Comparator.comparing(
              (Approval one) -> one.step().at(), Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(Approval::entry);

  /// The approval in a sighting, if it is one.
  public static Stream<Approval> of(Sighting sighting) {
    return sighting.facts() instanceof AuditEntry entry && APPROVALS.contains(entry.action())
        ? Stream.of(new Approval(entry.id(), new StoryStep(entry.actor(), entry.createdAt())))
        : Stream.empty();
  }
}
