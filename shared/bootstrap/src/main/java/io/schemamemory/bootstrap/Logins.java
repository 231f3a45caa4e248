package io.schemamemory.bootstrap;

import io.schemamemory.data.DatabaseUrl;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.postgresql.util.PasswordUtil;

/// Makes the logins and keeps what they enter with.
final class Logins {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int PASSWORD_BYTES = 24;

  private final Administrator administrator;
  private final Bootstrap.Request request;
  private final Credentials credentials;
  private final PoolerLines poolerLines;
  private final String database;
  private final String userSuffix;

  Logins(
      Administrator administrator,
      Bootstrap.Request request,
      Credentials credentials,
      PoolerLines poolerLines)
      throws SQLException {
    this.administrator = administrator;
    this.request = request;
    this.credentials = credentials;
    this.poolerLines = poolerLines;
    this.database = administrator.ask("select current_database()");
    this.userSuffix = userSuffix(administrator.ask("select current_user"), request.direct().user());
  }

  /// PlanetScale's users are `role.branch` outside the database and `role` inside.
  private static String userSuffix(String inside, String outside) {
    return outside.startsWith(inside + ".") ? outside.substring(inside.length()) : "";
  }

  /// Makes what is absent and says which logins got a password.
  List<String> make() throws SQLException {
    List<String> given = new ArrayList<>();
    for (Login login : Login.values()) {
      String role = login.roleIn(database);
      boolean exists = administrator.roleExists(role);
      if (!exists) {
        administrator.run("create role %I login", role);
      }
      if (!exists || request.rotate()) {
        givePassword(login, role);
        given.add(role);
      } else {
        enter(login, role, keptPassword(login, role));
      }
      limit(login, role);
    }
    onlyOwnLogins();
    return given;
  }

  private void givePassword(Login login, String role) throws SQLException {
    byte[] random = new byte[PASSWORD_BYTES];
    RANDOM.nextBytes(random);
    String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    // The server and its log see the verifier, never the password.
    String verifier = PasswordUtil.encodeScramSha256(password.toCharArray());
    administrator.run("alter role %I password %L", role, verifier);
    poolerLines.put(role, verifier);
    enter(login, role, password);
  }

  /// The place as it was given this time: it may have moved.
  private void enter(Login login, String role, String password) {
    DatabaseUrl place =
        switch (login.entrance()) {
          case DIRECT -> request.direct();
          case POOLED -> request.pooled();
        };
    credentials.put(login, place.as(role + userSuffix, password));
  }

  private String keptPassword(Login login, String role) {
    return credentials
        .url(login)
        .map(DatabaseUrl::password)
        .orElseThrow(
            () ->
                new BootstrapException(
                    "login "
                        + role
                        + " exists, but "
                        + credentials.file()
                        + " does not have its password: bring that file here, or run bin/bootstrap"
                        + " --rotate"));
  }

  private void limit(Login login, String role) throws SQLException {
    String inherit = login == Login.MIGRATOR ? "false" : "true";
    // Without INHERIT a forgotten SET ROLE is refused, instead of making tables of the login's own.
    administrator.run("grant %I to %I with inherit " + inherit + ", set true", login.group(), role);
    administrator.run("alter role %I set search_path = memory, pg_temp", role);
    for (String limit : login.limits()) {
      String[] setting = limit.split("=", 2);
      administrator.run("alter role %I set %I = %L", role, setting[0], setting[1]);
    }
    administrator.run("grant connect on database %I to %I", database, role);
  }

  /// Another database's logins share our groups: without this they could read this database.
  private void onlyOwnLogins() throws SQLException {
    administrator.run("revoke connect, temporary on database %I from public", database);
    // Whoever does not own the database is only warned, and anybody could still connect.
    if (administrator
        .ask("select has_database_privilege('public', current_database(), 'connect')")
        .equals("t")) {
      throw new BootstrapException(
          "everybody may still connect to "
              + database
              + ": run this as the role that owns the database, or let it revoke connect from public");
    }
  }
}
