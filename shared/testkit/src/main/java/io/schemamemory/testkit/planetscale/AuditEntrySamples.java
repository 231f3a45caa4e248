package io.schemamemory.testkit.planetscale;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/// Sample entries of an audit log; a number always gives the same entry.
final class AuditEntrySamples {
  private record Kind(String action, String auditable, String target) {}

  private record Actor(String type, String name) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind("deploy_request.created", "DeployRequest", "Database"),
          new Kind("deploy_request.queued", "DeployRequest", "Database"),
          new Kind("database_branch.created", "DatabaseBranch", "Database"),
          new Kind("database_branch_password.created", "DatabaseBranchPassword", "DatabaseBranch"),
          new Kind("postgres_role.created", "PostgresRole", "DatabaseBranch"),
          new Kind("service_token.created", "ServiceToken", "Organization"),
          new Kind("user.signed_in", "User", "Organization"),
          new Kind("database_webhook.deleted", "DatabaseWebhook", "Database"));

  private static final List<Actor> ACTORS =
      List.of(
          new Actor("User", "Jane Doe"),
          new Actor("User", "Sam Roe"),
          new Actor("ServiceToken", "deployer"));

  private AuditEntrySamples() {}

  static String action(long number) {
    return kind(number).action();
  }

  /// Every seventh has only the required fields.
  static String json(String id, long number, String action, Instant createdAt) {
    Kind kind = kind(number);
    Actor actor = ACTORS.get((int) (number % ACTORS.size()));
    ObjectNode entry = Json.object().put("id", id).put("type", "AuditLogEvent");
    if (number % 7 == 6) {
      for (String name : List.of("actor_id", "actor_type", "auditable_id", "auditable_type")) {
        entry.putNull(name);
      }
      for (String name : List.of("target_id", "target_type", "target_display_name")) {
        entry.putNull(name);
      }
      entry.putNull("location").putNull("remote_ip").putNull("metadata");
    } else {
      entry.put("actor_id", Ids.of("actor", number % ACTORS.size()));
      entry.put("actor_type", actor.type());
      entry.put("auditable_id", Ids.of(kind.auditable(), number));
      entry.put("auditable_type", kind.auditable());
      entry.put("target_id", Ids.of("target", number % 5));
      entry.put("target_type", kind.target());
      entry.put("target_display_name", "shop").put("location", "Chicago, IL");
      entry.put("remote_ip", "203.0.113." + number % 250);
      entry.putObject("metadata").put("from", "branch-" + number).put("into", "main");
    }
    entry.put("audit_action", action).put("action", action.replaceFirst(".*\\.", ""));
    entry.put("actor_display_name", actor.name());
    entry.put("auditable_display_name", kind.auditable() + " " + number);
    String time = StandInTimes.iso(createdAt);
    return entry.put("created_at", time).put("updated_at", time).toString();
  }

  private static Kind kind(long number) {
    return KINDS.get((int) (number % KINDS.size()));
  }
}
