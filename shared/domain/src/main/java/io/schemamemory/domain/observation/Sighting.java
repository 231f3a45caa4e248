package io.schemamemory.domain.observation;

import io.schemamemory.domain.event.Envelope;
import io.schemamemory.domain.event.Event;
import io.schemamemory.domain.event.Facts;
import io.schemamemory.domain.event.Facts.DeployRequest;
import io.schemamemory.domain.event.Facts.Deployment;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// What one delivery said of one milestone.
///
/// @param kind the event name, or `unknown`
/// @param occurredAt the milestone's own time, else when the event was sent
/// @param exact whether the milestone's own time was known
public record Sighting(
    ObservationKey key,
    String kind,
    Envelope envelope,
    Facts facts,
    Instant occurredAt,
    boolean exact) {
  /// The kind of what this version does not know.
  public static final String UNKNOWN = "unknown";

  /// What an event tells; see [ObservationKey#of] for the parameters.
  public static Sighting of(Event event, String source, String digest) {
    Instant own = event.facts() instanceof DeployRequest request ? ownTime(request) : null;
    return new Sighting(
        ObservationKey.of(event, source, digest),
        event.known() ? event.envelope().event() : UNKNOWN,
        event.envelope(),
        event.facts(),
        own != null ? own : sent(event),
        own != null);
  }

  /// PlanetScale sends whole seconds; the resource's own time in that very second keeps milestones
  /// of one second in their order.
  private static Instant sent(Event event) {
    Instant second = event.envelope().sentAt();
    Instant updatedAt = event.facts().updatedAt();
    return updatedAt != null && updatedAt.truncatedTo(ChronoUnit.SECONDS).equals(second)
        ? updatedAt
        : second;
  }

  private static @Nullable Instant ownTime(DeployRequest request) {
    Deployment deployment = request.deployment();
    return switch (request.milestone()) {
      case OPENED -> request.createdAt();
      case CLOSED -> request.closedAt();
      case ERRORED -> null;
      case QUEUED -> deployment == null ? null : deployment.queuedAt();
      case IN_PROGRESS -> deployment == null ? null : deployment.startedAt();
      case PENDING_CUTOVER -> deployment == null ? null : deployment.readyToCutoverAt();
      case SCHEMA_APPLIED -> deployment == null ? null : deployment.finishedAt();
      case REVERTED -> deployment == null ? null : deployment.revertedAt();
    };
  }
}
