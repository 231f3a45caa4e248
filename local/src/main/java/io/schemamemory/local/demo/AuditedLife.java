package io.schemamemory.local.demo;

import io.schemamemory.testkit.planetscale.StandInAuditLog;
import java.time.Instant;

/// The audit entries of the demo's deploy request, including its approval.
record AuditedLife(Cast cast) {
  private static final String JANE =
      "\"actor_id\":\"yoltegwbg83i\",\"actor_display_name\":\"Jane Doe\"";
  private static final String SAM =
      "\"actor_id\":\"samroe000001\",\"actor_display_name\":\"Sam Roe\"";

  void happen(StandInAuditLog log) {
    entry(log, "created", "2026-05-02T17:52:36.000Z", JANE);
    entry(log, "approved", "2026-05-02T17:53:10.000Z", SAM);
    entry(log, "queued", "2026-05-02T17:53:30.000Z", JANE);
    entry(log, "closed", "2026-05-02T17:54:46.000Z", JANE);
  }

  private void entry(StandInAuditLog log, String did, String at, String actor) {
    Instant time = Instant.parse(at).plus(cast.shift());
    String id = cast.id() + did;
    log.add(
        id,
        time,
        """
        {"id":"%1$s","type":"AuditLogEvent",%2$s,"actor_type":"User","auditable_id":"%3$s",
         "auditable_type":"DeployRequest","auditable_display_name":"deploy request #%4$d",
         "target_id":"m40xz7000001","target_type":"Database","target_display_name":"shop",
         "location":"Chicago, IL","remote_ip":"203.0.113.7","metadata":{"from":"%5$s","into":"main"},
         "audit_action":"deploy_request.%6$s","action":"%6$s",
         "created_at":"%7$s","updated_at":"%7$s"}
        """
            .formatted(id, actor, cast.id(), cast.number(), cast.branch(), did, time));
  }
}
