package io.schemamemory.roles;

import io.schemamemory.roles.RoleState.Absent;
import io.schemamemory.roles.RoleState.Replacing;
import io.schemamemory.roles.RoleState.Settled;
import io.schemamemory.roles.names.LoginPair;

/// What a run does with the two roles of a login.
sealed interface RoleDecision {
  /// Keeps the password.
  ///
  /// @param otherwise what to do if the password is lost
  record Keep(String role, String otherwise) implements RoleDecision {}

  /// Gives a role its first password, or another one.
  record Give(String role) implements RoleDecision {}

  /// Gives the unused role a password; the former keeps its own until it is retired.
  record Replace(String former, String by) implements RoleDecision {}

  /// Decides by the roles' state on the server and the mode.
  ///
  /// @throws BootstrapException if a password that may be in use would change
  static RoleDecision of(RoleState state, LoginPair pair, RotationMode mode) {
    return switch (state) {
      case Absent _ -> new Give(pair.first());
      case Settled(String current) ->
          mode == RotationMode.KEEP
              ? new Keep(current, "run bin/bootstrap --rotate")
              : new Replace(current, pair.other(current));
      case Replacing(String current, String former) ->
          switch (mode) {
            case KEEP -> new Keep(current, again(former));
            case ROTATE -> throw underWay(current, former);
            case ROTATE_AGAIN -> new Give(current);
          };
    };
  }

  private static BootstrapException underWay(String current, String former) {
    return new BootstrapException(
        "a rotation is under way: %s replaces %s, and both may be in use. Deploy with the new URLs"
                .formatted(current, former)
            + " and run bin/bootstrap --retire; or, if nothing was deployed with them yet, run"
            + " bin/bootstrap --rotate --again, which gives "
            + current
            + " another password");
  }

  private static String again(String former) {
    return "run bin/bootstrap --rotate --again, which locks out anything that already uses it and"
        + " does not touch "
        + former;
  }
}
