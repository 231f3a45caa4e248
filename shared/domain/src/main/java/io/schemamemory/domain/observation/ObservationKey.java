package io.schemamemory.domain.observation;

import io.schemamemory.domain.event.Envelope;
import io.schemamemory.domain.event.Event;
import io.schemamemory.domain.event.Facts;
import io.schemamemory.domain.event.Facts.Deployment;
import io.schemamemory.domain.event.Milestone;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Identifies one thing learned, so that all sightings of it become one observation.
public record ObservationKey(String text) {
  /// In place of a part that the body does not have.
  private static final String UNSAID = "-";

  /// The key of an event.
  ///
  /// @param source the webhook it came through
  /// @param digest the body's SHA-256 in hex, which distinguishes unknown events
  public static ObservationKey of(Event event, String source, String digest) {
    Envelope envelope = event.envelope();
    long second = envelope.sentAt().getEpochSecond();
    return switch (event.facts()) {
      case Facts.DeployRequest request -> ofMilestone(request, second);
      case Facts.Branch branch -> path("branch", branch.id(), branch.what().event(), second);
      case Facts.Storage storage -> ofStorage(storage, envelope, second);
      case Facts.AccessRequest request ->
          path("access_request", request.id(), said(request.state()));
      case Facts.Backup backup ->
          path("backup", backup.id(), backup.succeeded() ? "succeeded" : "failed");
      case Facts.Recommendation recommendation ->
          path("schema_recommendation", recommendation.id(), said(recommendation.state()));
      case Facts.AuditEntry entry -> path("audit_log_entry", entry.id());
      case Facts.WebhookTest _ -> path(envelope.event(), source, second);
      case Facts.Unknown _ -> path("unknown", envelope.event(), digest);
    };
  }

  private static ObservationKey ofMilestone(Facts.DeployRequest request, long second) {
    Deployment deployment = request.deployment();
    String run = said(deployment == null ? null : deployment.id());
    Milestone milestone = request.milestone();
    String step = milestone.label();
    return switch (milestone) {
      case OPENED, CLOSED -> path("deploy_request", request.id(), step);
      case ERRORED -> path("deploy_request", request.id(), "deployment", run, step, second);
      case QUEUED, IN_PROGRESS, PENDING_CUTOVER, SCHEMA_APPLIED, REVERTED ->
          path("deploy_request", request.id(), "deployment", run, queuedAt(deployment), step);
    };
  }

  private static ObservationKey ofStorage(Facts.Storage storage, Envelope envelope, long second) {
    String place = envelope.place() + "/" + storage.branch();
    String keyspace = storage.keyspace();
    return keyspace == null
        ? path(envelope.event(), place, second)
        : path(envelope.event(), place, keyspace, second);
  }

  /// `queued_at` distinguishes the runs of a deployment.
  private static String queuedAt(@Nullable Deployment deployment) {
    Instant queuedAt = deployment == null ? null : deployment.queuedAt();
    return said(queuedAt == null ? null : Long.toString(queuedAt.toEpochMilli()));
  }

  private static String said(@Nullable String part) {
    return Objects.requireNonNullElse(part, UNSAID);
  }

  private static ObservationKey path(Object... parts) {
    return new ObservationKey(
        Stream.of(parts).map(Object::toString).collect(Collectors.joining("/")));
  }
}
