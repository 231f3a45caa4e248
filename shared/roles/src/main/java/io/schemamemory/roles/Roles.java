package io.schemamemory.roles;

import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.data.connection.PooledConnection;
import io.schemamemory.roles.names.LoginPair;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Compares the server's roles with what the bootstrap creates; changes nothing.
///
/// @param direct any login: every role may read the catalogue
public record Roles(DatabaseUrl direct) {
  private static final String MEMBER =
      """
      select exists (
        select from pg_auth_members m
        join pg_roles r on r.oid = m.roleid
        join pg_roles u on u.oid = m.member
        where r.rolname = ? and u.rolname = ? and m.set_option)
      """;

  private static final String SETTINGS =
      "select array_to_string(rolconfig, chr(10)) from pg_roles where rolname = ?";

  /// Logins that the bootstrap made for a database of another name, and that may connect to this
  /// one: it was renamed.
  private static final String OF_A_FORMER_NAME =
      """
      select string_agg(r.rolname, chr(10) order by r.rolname)
      from pg_roles r
      where r.rolcanlogin
        and r.rolconfig @> array['search_path=memory, pg_temp']
        and has_database_privilege(r.oid, current_database(), 'connect')
        and r.rolname <> all (string_to_array(?, chr(10)))
        and exists (
          select from pg_auth_members m
          join pg_roles g on g.oid = m.roleid
          where m.member = r.oid and g.rolname = any (string_to_array(?, chr(10))))
      """;

  /// The logins of a name the database had before that may still connect to it.
  public List<String> ofFormerNames() throws SQLException {
    try (Connection connection = PooledConnection.connect(direct)) {
      return ofFormerNames(new Administrator(connection));
    }
  }

  static List<String> ofFormerNames(Administrator server) throws SQLException {
    String database = server.database();
    List<String> own =
        Stream.of(Login.values())
            .flatMap(login -> login.rolesIn(database).both().stream())
            .toList();
    return server
        .query(OF_A_FORMER_NAME, String.join("\n", own), String.join("\n", Groups.all()))
        .lines()
        .toList();
  }

  /// The missing groups.
  public List<String> missingGroups() throws SQLException {
    try (Connection connection = PooledConnection.connect(direct)) {
      Administrator server = new Administrator(connection);
      List<String> missing = new ArrayList<>();
      for (String group : Groups.all()) {
        if (!server.roleExists(group)) {
          missing.add(group);
        }
      }
      return missing;
    }
  }

  /// What is wrong with a login's roles, in a few words each.
  public List<String> wrong(Login login) throws SQLException {
    try (Connection connection = PooledConnection.connect(direct)) {
      Administrator server = new Administrator(connection);
      LoginPair pair = login.rolesIn(server.database());
      List<String> wrong = new ArrayList<>();
      boolean any = false;
      for (String role : pair.both()) {
        if (server.mayLogIn(role)) {
          any = true;
          wrong.addAll(wrong(server, login, role));
        }
      }
      return any ? wrong : List.of("neither " + String.join(" nor ", pair.both()) + " may log in");
    }
  }

  private static List<String> wrong(Administrator server, Login login, String role)
      throws SQLException {
    List<String> wrong = new ArrayList<>();
    if (server.query(MEMBER, login.group(), role).equals("f")) {
      wrong.add(role + " is not a member of " + login.group());
    }
    List<String> settings = server.query(SETTINGS, role).lines().toList();
    Stream.concat(Stream.of("search_path=memory, pg_temp"), login.limits().stream())
        .filter(setting -> !settings.contains(setting))
        .forEach(setting -> wrong.add(role + " lacks the setting " + setting));
    return wrong;
  }
}
