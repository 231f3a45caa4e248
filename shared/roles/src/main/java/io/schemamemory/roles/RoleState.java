package io.schemamemory.roles;

import java.sql.SQLException;

/// How the two roles of a login stand on the server, which alone knows.
sealed interface RoleState {
  /// Neither was ever made.
  record Absent() implements RoleState {}

  /// One is in use, the other rests.
  record Settled(String current) implements RoleState {}

  /// A rotation is under way: both enter until the former is retired.
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

  /// The comment on a former role, for people and for the next run, whatever files that one has.
  static String replacedBy(String current) {
    return "replaced by " + current;
  }
}
