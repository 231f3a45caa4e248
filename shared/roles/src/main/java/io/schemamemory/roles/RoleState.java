package io.schemamemory.roles;

import io.schemamemory.roles.names.LoginPair;
import java.sql.SQLException;

/// The state of a login's two roles on the server.
sealed interface RoleState {
  /// Neither role exists.
  record Absent() implements RoleState {}

  /// One role is in use, the other is not.
  record Settled(String current) implements RoleState {}

  /// A rotation is under way: both can log in until the former is retired.
  record Replacing(String current, String former) implements RoleState {}

  static RoleState of(LoginPair pair, Administrator administrator) throws SQLException {
    boolean first = administrator.mayLogIn(pair.first());
    boolean second = administrator.mayLogIn(pair.second());
    if (first && second) {
      return replacing(pair, administrator);
    }
    if (second) {
      return new Settled(pair.second());
    }
    return administrator.roleExists(pair.first()) ? new Settled(pair.first()) : new Absent();
  }

  private static RoleState replacing(LoginPair pair, Administrator administrator)
      throws SQLException {
    boolean first = administrator.comment(pair.first()).equals(replacedBy(pair.second()));
    boolean second = administrator.comment(pair.second()).equals(replacedBy(pair.first()));
    if (first == second) {
      throw new BootstrapException(
          "the logins %s and %s may both log in, and nothing says which replaced the other: run"
                  .formatted(pair.first(), pair.second())
              + " ALTER ROLE ... NOLOGIN for the one that is not in use");
    }
    String former = first ? pair.first() : pair.second();
    return new Replacing(pair.other(former), former);
  }

  /// The comment on a former role, for people and for the next run.
  static String replacedBy(String current) {
    return "replaced by " + current;
  }
}
