package io.schemamemory.roles;

import io.schemamemory.roles.RoleState.Absent;
import io.schemamemory.roles.RoleState.Replacing;
import io.schemamemory.roles.RoleState.Settled;

/// What a run does with one login's two roles.
sealed interface RoleDecision {
  /// Goes on with the password that is kept.
  ///
  /// @param otherwise what somebody can do who has not kept it
  record Keep(String role, String otherwise) implements RoleDecision {}

  /// Gives a role a password nobody has yet.
  record Give(String role) implements RoleDecision {}

  /// Gives the resting role a password; the former keeps its own until it is retired.
  record Replace(String former, String by) implements RoleDecision {}

  /// Decides by what the server knows and what is wanted.
  ///
  /// @throws BootstrapException if a password would be taken from whoever may be using it
  static RoleDecision of(RoleState standing, LoginPair pair, RotationMode wanted) {
    return switch (standing) {
      case Absent _ -> new Give(pair.first());
      case Settled(String current) ->
          wanted == RotationMode.KEEP
              ? new Keep(current, "run bin/bootstrap --rotate")
              : new Replace(current, pair.other(current));
      case Replacing(String current, String former) ->
          switch (wanted) {
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
    return "run bin/bootstrap --rotate --again, which shuts out whatever uses it already and leaves "
        + former
        + " alone";
  }
}
