package io.schemamemory.domain.observation;

import io.schemamemory.domain.event.Envelope;
import io.schemamemory.domain.event.Event;
import io.schemamemory.domain.event.Facts;
import io.schemamemory.domain.event.Facts.Deployment;
import io.schemamemory.domain.event.Milestone;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Names one thing learned, so that every telling of it meets in one observation.
public record ObservationKey(String text) {
  /// The key of what an event tells.
  ///
  /// @param source the webhook it came through
  /// @param digest the body's SHA-256 in hex, which tells unknown events apart
  public static ObservationKey of(Event event, String source, String digest) {
    Envelope envelope = event.envelope();
    if (!event.known()) {
      return new ObservationKey("unknown/" + envelope.event() + "/" + digest);
    }
    long second = envelope.sentAt().getEpochSecond();
    return switch (event.facts()) {
      case Facts.DeployRequest request -> ofMilestone(request, second);
      case Facts.Branch branch ->
          new ObservationKey("branch/" + branch.id() + "/" + envelope.event() + "/" + second);
      case Facts.Bare _ -> new ObservationKey(envelope.event() + "/" + source + "/" + second);
    };
  }

  private static ObservationKey ofMilestone(Facts.DeployRequest request, long second) {
    String prefix = "deploy_request/" + request.id() + "/";
    Deployment deployment = request.deployment();
    String run = "deployment/" + (deployment == null ? "-" : deployment.id()) + "/";
    Milestone milestone = request.milestone();
    return new ObservationKey(
        switch (milestone) {
          case OPENED, CLOSED -> prefix + milestone.label();
          case ERRORED -> prefix + run + milestone.label() + "/" + second;
          case QUEUED, IN_PROGRESS, PENDING_CUTOVER, SCHEMA_APPLIED, REVERTED ->
              prefix + run + queuedAt(deployment) + "/" + milestone.label();
        });
  }

  /// `queued_at` tells one run of a deployment from the next.
  private static String queuedAt(@Nullable Deployment deployment) {
    Instant queuedAt = deployment == null ? null : deployment.queuedAt();
    return queuedAt == null ? "-" : Long.toString(queuedAt.toEpochMilli());
  }
}
