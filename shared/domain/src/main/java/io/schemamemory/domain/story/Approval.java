package io.schemamemory.domain.story;

import io.schemamemory.domain.event.Facts.AuditEntry;
import io.schemamemory.domain.observation.Sighting;
import java.time.Instant;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An approval of a deploy request, from the audit log.
///
/// @param entry the audit entry's id, which orders approvals of the same time
/// @param doubted the time PlanetScale gives, if it had not come when we received the entry
public record Approval(String entry, StoryStep step, @Nullable Instant doubted) {
  /// PlanetScale has two names for the action.
  private static final Set<String> APPROVALS =
      Set.of("deploy_request.approved", "deploy_request_review.approved");

  static final Comparator<Approval> FIRST =
      Comparator.comparing((Approval one) -> one.doubted() != null)
          .thenComparing(
              one -> one.step().at(), Comparator.nullsLast(Comparator.<Instant>naturalOrder()))
          .thenComparing(Approval::entry);

  /// The approval in a sighting, if it is one.
  public static Stream<Approval> of(Sighting sighting) {
    return sighting.facts() instanceof AuditEntry entry && APPROVALS.contains(entry.action())
        ? Stream.of(
            new Approval(
                entry.id(),
                new StoryStep(entry.actor(), sighting.occurredAt()),
                sighting.doubtedTime()))
        : Stream.empty();
  }
}
