package io.schemamemory.roles;

import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.roles.RoleDecision.Give;
import io.schemamemory.roles.RoleDecision.Keep;
import io.schemamemory.roles.RoleDecision.Replace;
import io.schemamemory.roles.RoleState.Replacing;
import io.schemamemory.roles.names.LoginPair;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.postgresql.util.PasswordUtil;

/// Creates the logins and keeps their URLs.
final class Logins {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int PASSWORD_BYTES = 24;

  private final Administrator administrator;
  private final Bootstrap.Request request;
  private final LoginFiles files;
  private final String database;
  private final UserNames users;
  private final List<String> newPasswords = new ArrayList<>();
  private final List<String> former = new ArrayList<>();

  Logins(Administrator administrator, Bootstrap.Request request, LoginFiles files)
      throws SQLException {
    this.administrator = administrator;
    this.request = request;
    this.files = files;
    this.database = administrator.database();
    this.users = UserNames.of(administrator, request);
  }

  /// Creates what is missing, and changes passwords as wanted.
  void create(RotationMode mode) throws SQLException {
    for (Login login : Login.values()) {
      LoginPair pair = login.rolesIn(database);
      RoleState state = RoleState.of(pair, administrator);
      for (String role : pair.both()) {
        refuseStranger(login, role);
      }
      apply(RoleDecision.of(state, pair, mode), login);
      if (state instanceof Replacing(_, String replaced)) {
        former.add(replaced);
      }
      // Both get the same, whichever is in use.
      for (String role : pair.both()) {
        if (administrator.mayLogIn(role)) {
          limit(login, role);
        }
      }
    }
    onlyOwnLogins();
  }

  /// The roles that got a new password.
  List<String> newPasswords() {
    return List.copyOf(newPasswords);
  }

  /// The roles that were replaced and can still log in.
  List<String> former() {
    return List.copyOf(former);
  }

  /// Its password would be changed, and a retirement would lock it out.
  private void refuseStranger(Login login, String role) throws SQLException {
    if (administrator.roleExists(role) && !administrator.isOurs(role, login.group())) {
      throw new BootstrapException(
          "login %s exists, but it was not made by bin/bootstrap: it is no member of %s. Rename it, or give the database another name"
              .formatted(role, login.group()));
    }
  }

  private void apply(RoleDecision decision, Login login) throws SQLException {
    switch (decision) {
      case Keep(String role, String otherwise) ->
          keepUrl(login, role, keptPassword(login, role, otherwise));
      case Give(String role) -> givePassword(login, role);
      case Replace(String replaced, String by) -> {
        givePassword(login, by);
        administrator.run("comment on role %I is null", by);
        administrator.run("comment on role %I is %L", replaced, RoleState.replacedBy(by));
        former.add(replaced);
      }
    }
  }

  private void givePassword(Login login, String role) throws SQLException {
    Login.requireUntruncated(role);
    if (!administrator.roleExists(role)) {
      administrator.run("create role %I", role);
    }
    byte[] random = new byte[PASSWORD_BYTES];
    RANDOM.nextBytes(random);
    String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    // The server and its log get the verifier, never the password.
    String verifier = PasswordUtil.encodeScramSha256(password.toCharArray());
    administrator.run("alter role %I login password %L", role, verifier);
    files.poolerLines().put(role, verifier);
    keepUrl(login, role, password);
    newPasswords.add(role);
  }

  /// With the host and port of this run: the database may have moved.
  private void keepUrl(Login login, String role, String password) {
    DatabaseUrl place =
        switch (login.entrance()) {
          case DIRECT -> request.direct();
          case POOLED -> request.pooled();
        };
    files.credentials().put(login, place.as(users.of(role, login.entrance()), password));
  }

  private String keptPassword(Login login, String role, String otherwise) {
    return files
        .credentials()
        .url(login)
        .filter(url -> UserNames.isOf(url.user(), role))
        .map(DatabaseUrl::password)
        .orElseThrow(
            () ->
                new BootstrapException(
                    "login "
                        + role
                        + " exists, but "
                        + files.credentials().file()
                        + " does not have its password: bring that file here, or "
                        + otherwise));
  }

  private void limit(Login login, String role) throws SQLException {
    String inherit = login == Login.MIGRATOR ? "false" : "true";
    // Without INHERIT a forgotten SET ROLE fails, instead of creating tables the login owns.
    administrator.run("grant %I to %I with inherit " + inherit + ", set true", login.group(), role);
    administrator.run("alter role %I set search_path = memory, pg_temp", role);
    for (String limit : login.limits()) {
      String[] setting = limit.split("=", 2);
      administrator.run("alter role %I set %I = %L", role, setting[0], setting[1]);
    }
    administrator.run("grant connect on database %I to %I", database, role);
  }

  /// Another database's logins are in the same groups: without this they could read this database.
  private void onlyOwnLogins() throws SQLException {
    administrator.run("revoke connect, temporary on database %I from public", database);
    // For a role that does not own the database the revoke above only warns.
    if (administrator
        .query("select has_database_privilege('public', current_database(), 'connect')")
        .equals("t")) {
      throw new BootstrapException(
          "every role may still connect to "
              + database
              + ": run this as the role that owns the database, or let it revoke connect from"
              + " public");
    }
  }
}
