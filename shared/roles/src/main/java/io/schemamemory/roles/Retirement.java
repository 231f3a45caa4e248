package io.schemamemory.roles;

import io.schemamemory.roles.RoleState.Replacing;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Disables the roles that a rotation replaced, and ends their sessions.
public final class Retirement {
  /// The normalizer runs every minute, so a role it still uses was used within this time.
  private static final String RECENTLY = "2 minutes";

  private final Administrator administrator;
  private final String database;

  private Retirement(Administrator administrator) throws SQLException {
    this.administrator = administrator;
    this.database = administrator.database();
  }

  /// Retires every former role, after checking that the current ones can connect.
  ///
  /// @param evenInUse whether to include roles used recently
  /// @return the roles that can no longer log in
  /// @throws BootstrapException if a former role is in use, or a current one cannot connect
  public static List<String> run(Bootstrap.Request request, boolean evenInUse) {
    return run(request, evenInUse, _ -> {});
  }

  /// The same, for tests that interrupt it.
  ///
  /// @param done called after every step
  public static List<String> run(
      Bootstrap.Request request, boolean evenInUse, Consumer<BootstrapStep> done) {
    Bootstrap.Result result = Bootstrap.run(request);
    LoginCheck.run(result);
    try (Connection connection = Administrator.connect(request.direct())) {
      connection.setAutoCommit(false);
      Retirement retirement = new Retirement(new Administrator(connection));
      List<String> renamed = Roles.ofFormerNames(retirement.administrator);
      List<String> disabled = new ArrayList<>(retirement.disable(evenInUse));
      disabled.addAll(retirement.shutOut(renamed, evenInUse));
      connection.commit();
      done.accept(BootstrapStep.FORMER_DISABLED);
      List<String> unused = retirement.endSessions();
      retirement.endSessionsHere(renamed);
      connection.commit();
      for (String login : renamed) {
        new Readers(request.direct()).forget(login);
      }
      done.accept(BootstrapStep.SESSIONS_ENDED);
      unused.forEach(result.poolerLines()::remove);
      result.poolerLines().save();
      return disabled;
    } catch (SQLException refused) {
      throw new BootstrapException(
          "the former roles could not be retired at "
              + request.direct()
              + ": "
              + refused.getMessage()
              + "; run this again as the administrator who created them",
          refused);
    }
  }

  private List<String> disable(boolean evenInUse) throws SQLException {
    administrator.lockUntilCommit();
    List<String> disabled = new ArrayList<>();
    for (Login login : Login.values()) {
      if (RoleState.of(login.rolesIn(database), administrator)
          instanceof Replacing(String current, String former)) {
        if (!evenInUse) {
          refuseInUse(former, current);
        }
        administrator.run("alter role %I nologin password null", former);
        administrator.run("comment on role %I is null", former);
        disabled.add(former);
      }
    }
    return disabled;
  }

  /// Another database may have the former name by now, and so these logins.
  private List<String> shutOut(List<String> renamed, boolean evenInUse) throws SQLException {
    for (String login : renamed) {
      if (!evenInUse) {
        refuseInUse(login, database + "'s own logins");
      }
      administrator.run("revoke connect on database %I from %I", database, login);
    }
    return renamed;
  }

  private void endSessionsHere(List<String> logins) throws SQLException {
    for (String login : logins) {
      administrator.queryAs(
          login,
          """
          select count(pg_terminate_backend(pid, 5000)) from pg_stat_activity
          where usename = ? and datname = current_database()
          """,
          login);
    }
  }

  private void refuseInUse(String former, String current) throws SQLException {
    String sessions =
        administrator.queryAs(
            former,
            """
            select count(*) from pg_stat_activity
            where usename = ? and datname = current_database()
              and (state is distinct from 'idle' or state_change > now() - ?::interval)
            """,
            former,
            RECENTLY);
    if (!sessions.equals("0")) {
      throw new BootstrapException(
          "%s was used within the last %s: does everything have the URL of %s?"
                  .formatted(former, RECENTLY, current)
              + " Then wait a little, or run bin/bootstrap --retire --now");
    }
  }

  /// A session outlives its role's right to log in, and a pooler would hand it to the next client.
  private List<String> endSessions() throws SQLException {
    List<String> unused = new ArrayList<>();
    for (Login login : Login.values()) {
      for (String role : login.rolesIn(database).both()) {
        if (administrator.roleExists(role) && !administrator.mayLogIn(role)) {
          administrator.queryAs(
              role,
              "select count(pg_terminate_backend(pid, 5000)) from pg_stat_activity where usename ="
                  + " ?",
              role);
          unused.add(role);
        }
      }
    }
    return unused;
  }
}
