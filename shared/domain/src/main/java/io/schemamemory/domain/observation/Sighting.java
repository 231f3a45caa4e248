package io.schemamemory.domain.observation;

import io.schemamemory.domain.event.Envelope;
import io.schemamemory.domain.event.Event;
import io.schemamemory.domain.event.Facts;
import io.schemamemory.domain.event.Facts.DeployRequest;
import io.schemamemory.domain.event.Facts.Deployment;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What one delivery said of one milestone.
///
/// @param kind the event name, or `unknown`
/// @param occurredAt the milestone's own time, else the envelope's second
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
        Objects.requireNonNullElse(own, event.envelope().sentAt()),
        own != null);
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
