package io.schemamemory.roles;

import io.schemamemory.roles.Login.Entrance;
import java.sql.SQLException;

/// The user names of roles: at PlanetScale a client connects as `role.branch`, which is `role`
/// inside the database.
///
/// @param direct what follows the role's name at the direct port; empty elsewhere
/// @param pooled the same at the pooler, where a bouncer's name may follow too
record UserNames(String direct, String pooled) {
  static UserNames of(Administrator administrator, Bootstrap.Request request) throws SQLException {
    return of(
        administrator.query("select current_user"),
        request.direct().user(),
        request.pooled().user());
  }

  /// @param inside what the server calls the administrator
  static UserNames of(String inside, String direct, String pooled) {
    String atDirect = suffix(inside, direct, "");
    return new UserNames(atDirect, suffix(inside, pooled, atDirect));
  }

  private static String suffix(String inside, String outside, String otherwise) {
    return outside.startsWith(inside + ".") ? outside.substring(inside.length()) : otherwise;
  }

  String of(String role, Entrance entrance) {
    return switch (entrance) {
      case DIRECT -> role + direct;
      case POOLED -> role + pooled;
    };
  }

  /// Whether a user is this role, at whatever branch.
  static boolean isOf(String user, String role) {
    return user.equals(role) || user.startsWith(role + ".");
  }
}
