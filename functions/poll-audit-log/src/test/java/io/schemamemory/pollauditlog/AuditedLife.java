package io.schemamemory.pollauditlog;

import io.schemamemory.testkit.planetscale.StandInAuditLog;
import java.time.Instant;

/// What the audit log says of the deploy request of the sample payloads.
final class AuditedLife {
  static final String REQUEST = "6k9choww9ktt";

  private AuditedLife() {}

  static void jane(StandInAuditLog log, String did, String at) {
    String time = "2026-05-02T" + at + "Z";
    add(log, did + at, "yoltegwbg83i", "Jane Doe", REQUEST, "DeployRequest", did, time);
  }

  static void approved(StandInAuditLog log) {
    String time = "2026-05-02T17:53:10.000Z";
    add(log, "ok", "sam1", "Sam Roe", REQUEST, "DeployRequest", "deploy_request.approved", time);
  }

  /// The action's other name at PlanetScale, perhaps without the request's id.
  static void reviewed(StandInAuditLog log) {
    String time = "2026-05-02T17:53:10.000Z";
    String did = "deploy_request_review.approved";
    add(log, "ok", "sam1", "Sam Roe", "review1", "DeployRequestReview", did, time);
  }

  static void approvedAt(StandInAuditLog log, Instant at) {
    String did = "deploy_request.approved";
    add(log, "ok" + at, "sam1", "Sam Roe", REQUEST, "DeployRequest", did, at.toString());
  }

  /// By the number only.
  static void reviewedAt(StandInAuditLog log, Instant at) {
    reviewedBy(log, "sam1", "Sam Roe", at);
  }

  static void reviewedBy(StandInAuditLog log, String actor, String name, Instant at) {
    String did = "deploy_request_review.approved";
    add(log, "r" + at, actor, name, "review" + at, "DeployRequestReview", did, at.toString());
  }

  private static void add(
      StandInAuditLog log,
      String id,
      String actor,
      String name,
      String auditable,
      String type,
      String did,
      String at) {
    log.add(
        id,
        Instant.parse(at),
        """
      {"id":"%1$s","actor_id":"%2$s","actor_type":"User","actor_display_name":"%3$s",
       "auditable_id":"%4$s","auditable_type":"%5$s","auditable_display_name":"deploy request #42",
       "target_id":"m40xz7000001","target_type":"Database","target_display_name":"shop",
       "audit_action":"%6$s","action":"%6$s","created_at":"%7$s","updated_at":"%7$s"}
      """
            .formatted(id, actor, name, auditable, type, did, at));
  }
}
