package io.schemamemory.roles;

import io.schemamemory.data.connection.ConnectionFault;
import io.schemamemory.data.connection.DatabaseUrl;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;

/// The administrator's direct connection, with the queries and statements that roles need.
final class Administrator {
  private static final String LOCK = "hashtextextended('schema_memory.bootstrap', 0)";
  private static final String LOCK_NOT_AVAILABLE = "55P03";
  private static final String HOLDERS =
      """
      select string_agg(a.usename || ' (PID ' || a.pid || ')', ', ')
      from pg_locks l
      join pg_stat_activity a using (pid)
      where l.locktype = 'advisory' and l.granted
        and l.database = (select oid from pg_database where datname = current_database())
        and (l.classid::bigint << 32) + l.objid::bigint = %s
      """
          .formatted(LOCK);

  private final Connection connection;
  private final PGConnection quoting;

  Administrator(Connection connection) throws SQLException {
    this.connection = connection;
    this.quoting = connection.unwrap(PGConnection.class);
  }

  static Connection connect(DatabaseUrl url) {
    try {
      return DriverManager.getConnection(url.reveal());
    } catch (SQLException refused) {
      throw new BootstrapException(
          new ConnectionFault(url, "DATABASE_DIRECT_URL").sentence(refused)
              + "; check DATABASE_DIRECT_URL",
          refused);
    }
  }

  /// Runs a statement; each `%I` is an identifier, each `%L` a text, quoted by the driver.
  void run(String sql, String... arguments) throws SQLException {
    StringBuilder filled = new StringBuilder();
    int next = 0;
    for (String part : sql.splitWithDelimiters("%[IL]", 0)) {
      switch (part) {
        case "%I" -> filled.append(quoting.escapeIdentifier(arguments[next++]));
        case "%L" ->
            filled.append('\'').append(quoting.escapeLiteral(arguments[next++])).append('\'');
        default -> filled.append(part);
      }
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute(filled.toString());
    }
  }

  String query(String sql, String... arguments) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < arguments.length; i++) {
        statement.setString(i + 1, arguments[i]);
      }
      try (ResultSet result = statement.executeQuery()) {
        result.next();
        String text = result.getString(1);
        return text == null ? "" : text;
      }
    }
  }

  /// Queries with a role's rights beside one's own, which the role's creator does not have.
  String queryAs(String role, String sql, String... arguments) throws SQLException {
    run("grant %I to current_user with inherit true, set false", role);
    String text = query(sql, arguments);
    run("revoke %I from current_user", role);
    return text;
  }

  String database() throws SQLException {
    return query("select current_database()");
  }

  boolean roleExists(String role) throws SQLException {
    return query("select exists (select from pg_roles where rolname = ?)", role).equals("t");
  }

  boolean mayLogIn(String role) throws SQLException {
    return query("select exists (select from pg_roles where rolname = ? and rolcanlogin)", role)
        .equals("t");
  }

  /// Whether an existing role was made as a login of this group: it is a member, or has the
  /// setting that every login gets.
  boolean isOurs(String role, String group) throws SQLException {
    return query(
            """
            select exists (
              select from pg_roles r
              where r.rolname = ?
                and (r.rolconfig @> array['search_path=memory, pg_temp'] or exists (
                  select from pg_auth_members m
                  join pg_roles g on g.oid = m.roleid
                  where m.member = r.oid and g.rolname = ?)))
            """,
            role,
            group)
        .equals("t");
  }

  /// The comment on an existing role; empty if it has none.
  String comment(String role) throws SQLException {
    return query(
        "select shobj_description(oid, 'pg_authid') from pg_roles where rolname = ?", role);
  }

  /// Keeps other runs from changing this database's logins meanwhile. Any login may take this lock,
  /// and before the first run there is nothing else to lock: so it waits only as long as a run
  /// takes.
  ///
  /// @throws BootstrapException if somebody keeps it, saying who
  void lockUntilCommit() throws SQLException {
    run("set local lock_timeout = '10s'");
    try {
      query("select pg_advisory_xact_lock(" + LOCK + ")");
    } catch (SQLException refused) {
      if (!LOCK_NOT_AVAILABLE.equals(refused.getSQLState())) {
        throw refused;
      }
      connection.rollback();
      throw new BootstrapException(
          "the lock that keeps two runs apart is held by "
              + query(HOLDERS)
              + ": if that is no other bootstrap, end the session with select"
              + " pg_terminate_backend(PID) and run this again",
          refused);
    }
    run("set local lock_timeout to default");
  }
}
