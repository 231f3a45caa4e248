package io.schemamemory.roles;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/// The roles that migrations grant to: the owner, and a group per function. None can log in.
public final class Groups {
  private static final String OWNER = "memory_owner";

  public static final List<String> GROUPS =
      List.of(
          "receive_webhook",
          "normalize_deliveries",
          "poll_audit_log",
          "reconcile_sources",
          "apply_retention",
          "search_memory",
          "read_memory");

  private Groups() {}

  /// Every role that cannot log in.
  static List<String> all() {
    return Stream.concat(Stream.of(OWNER), GROUPS.stream()).toList();
  }

  /// Creates the missing groups, which belong to the whole server, then the schema.
  static void create(Administrator administrator) throws SQLException {
    for (String group : all()) {
      if (administrator.mayLogIn(group)) {
        throw new BootstrapException(
            "the role %s may log in, so somebody else uses the name that a group of the memory needs: rename that role, or alter role ... nologin if nobody uses it"
                .formatted(group));
      }
      if (!administrator.roleExists(group)) {
        administrator.run("create role %I nologin", group);
      }
    }
    // Since PostgreSQL 16 a role's creator needs this to SET ROLE to it.
    administrator.run("grant %I to current_user with inherit false, set true", OWNER);
    administrator.run("create schema if not exists memory authorization %I", OWNER);
  }
}
