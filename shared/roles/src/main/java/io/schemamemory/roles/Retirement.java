package io.schemamemory.roles;

import io.schemamemory.roles.RoleState.Replacing;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Shuts out the logins that a rotation replaced, and ends what is left of their sessions.
public final class Retirement {
  /// The normalizer runs every minute: a login it still used is seen to be in use.
  private static final String RECENTLY = "2 minutes";

  private final Administrator administrator;
  private final String database;

  private Retirement(Administrator administrator) throws SQLException {
    this.administrator = administrator;
    this.database = administrator.database();
  }

  /// Retires every former login, once those that replaced them have been seen to enter.
  ///
  /// @param evenInUse whether also one that was used a moment ago
  /// @return the logins that enter no more
  /// @throws BootstrapException if a former login is in use, or one that replaced it cannot enter
  public static List<String> run(Bootstrap.Request request, boolean evenInUse) {
    return run(request, evenInUse, _ -> {});
  }

  /// The same, telling of every step once it is done.
  ///
  /// @param done told of every step, after it
  public static List<String> run(
      Bootstrap.Request request, boolean evenInUse, Consumer<BootstrapStep> done) {
    Bootstrap.Made made = Bootstrap.run(request);
    LoginCheck.run(made);
    try (Connection connection = Administrator.connect(request.direct())) {
      connection.setAutoCommit(false);
      Retirement retirement = new Retirement(new Administrator(connection));
      List<String> shut = retirement.shut(evenInUse);
      connection.commit();
      done.accept(BootstrapStep.SHUT);
      List<String> resting = retirement.endSessions();
      connection.commit();
      done.accept(BootstrapStep.ENDED);
      resting.forEach(made.poolerLines()::remove);
      made.poolerLines().save();
      return shut;
    } catch (SQLException refused) {
      throw new BootstrapException(
          "the former logins could not be retired at "
              + request.direct()
              + ": "
              + refused.getMessage()
              + "; run this again as the administrator who made them",
          refused);
    }
  }

  private List<String> shut(boolean evenInUse) throws SQLException {
    administrator.lockUntilCommit();
    List<String> shut = new ArrayList<>();
    for (Login login : Login.values()) {
      if (RoleState.of(login.rolesIn(database), administrator)
          instanceof Replacing(String current, String former)) {
        if (!evenInUse) {
          refuseInUse(former, current);
        }
        administrator.run("alter role %I nologin password null", former);
        administrator.run("comment on role %I is null", former);
        shut.add(former);
      }
    }
    return shut;
  }

  private void refuseInUse(String former, String current) throws SQLException {
    String sessions =
        administrator.askAs(
            former,
            """
            select count(*) from pg_stat_activity
            where usename = ?
              and (state is distinct from 'idle' or state_change > now() - ?::interval)
            """,
            former,
            RECENTLY);
    if (!sessions.equals("0")) {
      throw new BootstrapException(
          "%s was used within the last %s: has everything been deployed with the URL of %s?"
                  .formatted(former, RECENTLY, current)
              + " Then wait a little, or run bin/bootstrap --retire --now");
    }
  }

  /// A session outlives its role's right to log in, and a pooler would lend it to others.
  private List<String> endSessions() throws SQLException {
    List<String> resting = new ArrayList<>();
    for (Login login : Login.values()) {
      for (String role : login.rolesIn(database).both()) {
        if (administrator.roleExists(role) && !administrator.mayLogIn(role)) {
          administrator.askAs(
              role,
              "select count(pg_terminate_backend(pid, 5000)) from pg_stat_activity where usename = ?",
              role);
          resting.add(role);
        }
      }
    }
    return resting;
  }
}
